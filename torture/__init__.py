"""Heavy trials of what has to hold: `make torture`. Not part of `make test`: they take minutes and load the whole machine."""
