/* super_journal: a journal that lies beside a database can name another file, a super-journal,
 * which SQLite deletes once it has rolled the database back: one that was planted deletes any file
 * that the person who opens the database may delete. Databases of this program are never written
 * several at once, so none of their journals names a file. */
#ifndef STORE_GUARD_SUPER_JOURNAL_H
#define STORE_GUARD_SUPER_JOURNAL_H

#include "base/status.h"

#include <stdbool.h>

/* is_super_journal_named(path): whether the journal beside the database `path` ends as one does
 * that names a file. */
bool is_super_journal_named(const char *path);

/* super_journal_refuse(): from now on SQLite in this process opens no super-journal and deletes
 * nothing but journals and logs, also where one is planted after it was looked for. Nor does it
 * follow a link that lies in the place of a database: root would make a file elsewhere.
 * STATUS_UNSUPPORTED when SQLite does not take that. */
must_check enum status super_journal_refuse(void);

#endif
