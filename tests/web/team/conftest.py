from tests.workforce.conftest import home, leader

__all__ = ["home", "leader"]
