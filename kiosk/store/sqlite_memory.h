/* sqlite_memory: where SQLite keeps what it reads. The ledger holds the key that signs and the
 * secret of the device, and SQLite keeps pages of files in its own memory for as long as it
 * likes. */
#ifndef STORE_SQLITE_MEMORY_H
#define STORE_SQLITE_MEMORY_H

#include "base/status.h"

/* sqlite_memory_guard():
 * From now on pages of files lie in guarded memory (base/arena.h), which has room for
 * SQLITE_MEMORY_PAGES of them, as long as a database asks for fewer (the cache_pages of its
 * shape); what does not fit, as when a file is written anew, is wiped when it is given back.
 * Once, before the first database is opened; harmless when called again. STATUS_IO when the
 * system gives no such memory. */
enum { SQLITE_MEMORY_PAGES = 64 };
must_check enum status sqlite_memory_guard(void);

#endif
