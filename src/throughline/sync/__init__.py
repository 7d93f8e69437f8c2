"""The door for phones: what was written where there was no signal comes in here, once and in order, or waits for a manager."""
