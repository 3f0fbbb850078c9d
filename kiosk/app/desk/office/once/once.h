/* once: the documents that the organization signs for by their content are read once for a command
 * or a question, and so are the names of those of which there are many: whoever can write to the
 * folder must not exchange one after it was compared, while a passphrase is typed, and before it
 * is used or signed for.
 *
 *   organization.json  questions.json  invitations.json  norms/NAME.json  vacancies/ID.json */
#ifndef APP_DESK_OFFICE_ONCE_ONCE_H
#define APP_DESK_OFFICE_ONCE_ONCE_H

#include "app/desk/office/office.h"

/* once_read(office, name, max_bytes, out_bytes): the file `name`, as it was at the first look if it
 * is one of these; a file that was not there then stays missing. Fails as file_read.
 * once_names(office, folder, out_names, out_count): the same of office_names. */
must_check enum status once_read(struct office *office, const char *name,
                                 size_t max_bytes, struct span *out_bytes);
must_check enum status once_names(struct office *office, const char *folder,
                                  struct span **out_names, size_t *out_count);

/* once_keep(office, name, bytes): these `bytes`, which we wrote, are what `name` holds.
 * once_forget(office, name): it is looked at anew, as the names of its folder are.
 * once_forget_all(office): all but organization.json, which is in use as long as the office. */
void once_keep(struct office *office, const char *name, struct span bytes);
void once_forget(struct office *office, const char *name);
void once_forget_all(struct office *office);

#endif
