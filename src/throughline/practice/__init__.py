"""What happened: routine records, daily notes, tallies."""
