"""Files in, dataclasses out. Pure Python: nothing here imports Django or the models."""
