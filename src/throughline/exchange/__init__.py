"""How a provider moves in and out, and how the record is kept safe."""
