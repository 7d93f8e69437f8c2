"""The stories: one file each, built through actions on the days on which things happened."""
