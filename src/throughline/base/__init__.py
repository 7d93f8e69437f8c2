"""The floor: how a record is kept, in what order it came, and what every package needs. Knows no domain."""
