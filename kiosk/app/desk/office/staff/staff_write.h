/* staff_write: people added, changed and retired. All of one change are signed and written
 * together, or none. */
#ifndef APP_DESK_OFFICE_STAFF_STAFF_WRITE_H
#define APP_DESK_OFFICE_STAFF_STAFF_WRITE_H

#include "app/desk/office/staff/staff.h"

/* staff_write_begin(arena, staff, key, write): goes on after `staff`. Where that is missing or NULL
 * it begins a list, first with the people that there were before. */
void staff_write_begin(struct arena *arena, const struct staff *staff,
                       const struct minisign_key *key, struct signed_rows_write *write);

/* staff_write_person(write, person), staff_write_end_of(write, label): from now on `person` is as
 * given, or the one of `label` nobody any more. */
void staff_write_person(struct signed_rows_write *write,
                        const struct staff_person *person);
void staff_write_end_of(struct signed_rows_write *write, struct span label);

/* staff_write_end(write, office): puts the list into its place, whole or not at all; fails as
 * signed_rows_write_end does. */
must_check enum status staff_write_end(const struct signed_rows_write *write,
                                       struct office *office);

/* staff_write_roles(c, roles): the list "may" of the words of `roles`. */
void staff_write_roles(struct canonical *c, staff_role_set roles);

/* staff_write_verify_key(keys_person, person): fills in what verifies the signatures of the key
 * file `keys_person` (NULL: not known). */
void staff_write_verify_key(const struct person *keys_person,
                            struct staff_person *person);

#endif
