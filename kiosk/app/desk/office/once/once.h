/* once: the documents that the organization signs for by their content are read once for a command
 * or a question, and so are the names of those of which there are many: whoever can write to the
 * folder must not exchange one after it was compared, while a passphrase is typed, and before it
 * is used or signed for.
 *
 *   organization.json  questions.json  invitations.json  groups.json  norms/NAME.json
 *   vacancies/ID.json */
#ifndef APP_DESK_OFFICE_ONCE_ONCE_H
#define APP_DESK_OFFICE_ONCE_ONCE_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"

/* What was looked at so far, the latest first. */
struct once;

/* once_read(arena, root, name, max_bytes, first, out_bytes):
 * The file `name` of the folder `root`, as it was at the first look if it is one of these; a file
 * that was not there then stays missing. What is kept lies in `arena` and is added to the list
 * `*first`, NULL at first. Fails as file_read. once_names(arena, root, folder, first, out_names,
 * out_count): the same of the names in `folder`, without their ends. */
must_check enum status once_read(struct arena *arena, const char *root, const char *name,
                                 size_t max_bytes, struct once **first,
                                 struct span *out_bytes);
must_check enum status once_names(struct arena *arena, const char *root,
                                  const char *folder, struct once **first,
                                  struct span **out_names, size_t *out_count);

/* once_keep(arena, name, bytes, first): these `bytes`, which we wrote, are what `name` holds.
 * once_forget(name, first): it is looked at anew, as the names of its folder are.
 * once_forget_all(first): all but organization.json, which is in use as long as the office. */
void once_keep(struct arena *arena, const char *name, struct span bytes,
               struct once **first);
void once_forget(const char *name, struct once **first);
void once_forget_all(struct once **first);

#endif
