"""Statements of our own, given once to a connection of PostgreSQL; on SQLite they are run as they stand."""

import pytest
from django.db import connection

from throughline.base.named import Named

pytestmark = pytest.mark.django_db


def test_each_value_stands_where_its_mark_stood() -> None:
    both = Named("SELECT %s + 1, %s * 2", "int", "int")
    with connection.cursor() as cursor:
        for one, other in ((1, 5), (7, 11)):
            both.execute(cursor, [one, other])
            assert cursor.fetchone() == (one + 1, other * 2)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite takes values apart from the statement, and keeps it by itself")
def test_the_server_has_it_once_and_without_anybodys_values() -> None:
    named = Named("SELECT 'throughline named' || %s", "text")
    with connection.cursor() as cursor:
        for word in ("secret", "other"):
            named.execute(cursor, [word])
        cursor.execute("SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%%throughline named%%'")
        ((statement,),) = cursor.fetchall()
    assert "$1" in statement and "secret" not in statement
