"""Heavy trials of what must not fail: `make torture`. Not part of `make test`: they take minutes and load the whole machine."""
