"""SQLite with one fair queue of writers."""

# WAL so that reading goes on while somebody writes; FULL so that what was acknowledged survives a power cut;
# recursive triggers so that REPLACE meets the delete trigger.
PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000;"
)
