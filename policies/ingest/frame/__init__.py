"""What stands round the text: the page, its head, the notice that brings it, the closing, the annexes."""
