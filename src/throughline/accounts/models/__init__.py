from .provider import Provider
from .service import Service
from .user import User

__all__ = ["Provider", "Service", "User"]
