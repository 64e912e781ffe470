"""A file somebody sent is read in a process of its own: one that takes too long or too much is ended, and said so."""

import pickle
import subprocess
import sys

from django.conf import settings

from policies.ingest.parsed import ParsedDocument, UnreadableDocument

#: Seconds a file may take; the longest law takes under two.
SECONDS = 60
#: Bytes of memory it may take.
MEMORY = 2 * 1024**3
_READ = """
import pickle, resource, sys
seconds, memory, name = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
from policies.ingest import UnreadableDocument, parse_bytes
try:
    answer = parse_bytes(sys.stdin.buffer.read(), name)
except UnreadableDocument as error:
    answer = str(error)
except (MemoryError, RecursionError):
    answer = "内容过于庞大或嵌套过深"
sys.setrecursionlimit(10_000)
sys.stdout.buffer.write(pickle.dumps(answer))
"""


def parse_apart(data: bytes, name: str) -> list[ParsedDocument]:
    """What `parse_bytes` makes of the file. Raises UnreadableDocument also for one that goes on for too long."""
    command = [sys.executable, "-c", _READ, str(SECONDS), str(MEMORY), name]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=SECONDS, cwd=settings.BASE_DIR, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnreadableDocument(f"读了{SECONDS}秒还没有读完，已经停止") from None
    if done.returncode in {-9, -24}:  # ended by the system: memory, or seconds of the processor
        raise UnreadableDocument("读它占用的时间或内存太多，已经停止")
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])
    answer = pickle.loads(done.stdout)  # our own process wrote it
    if isinstance(answer, str):
        raise UnreadableDocument(answer)
    if not answer:
        raise UnreadableDocument("没有读到政策文件")
    return answer
