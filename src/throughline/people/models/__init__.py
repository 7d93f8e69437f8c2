from .contact import Contact
from .draft import Draft
from .file import File
from .person import Person
from .person_row import PersonPart, PersonRow, PersonRowQuerySet
from .stay import Stay

__all__ = ["Contact", "Draft", "File", "Person", "PersonPart", "PersonRow", "PersonRowQuerySet", "Stay"]
