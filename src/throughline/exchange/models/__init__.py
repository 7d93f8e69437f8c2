from .id_map import IdMap
from .imported import Import

__all__ = ["IdMap", "Import"]
