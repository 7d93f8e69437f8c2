from tests.stories import cast, told_stories

__all__ = ["cast", "told_stories"]
