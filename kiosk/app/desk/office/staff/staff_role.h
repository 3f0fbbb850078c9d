/* staff_role: what a person of the desk may be, and who may use a route or a command. */
#ifndef APP_DESK_OFFICE_STAFF_STAFF_ROLE_H
#define APP_DESK_OFFICE_STAFF_STAFF_ROLE_H

#include "base/span.h"
#include "base/status.h"

#include <stdbool.h>

enum staff_role {
#define ROLE(symbol, letter, word, sentence) symbol,
#include "app/desk/office/staff/staff_role.def"
#undef ROLE
};

enum { STAFF_ROLE_COUNT = STAFF_AUDITOR + 1 };

/* Several roles of one person, or of all who may do something: bit 1 << staff_role. */
typedef unsigned staff_role_set;
#define STAFF_ROLE_BIT(role) (1u << (role))
#define STAFF_ROLES_ALL ((1u << STAFF_ROLE_COUNT) - 1)

/* staff_role_words: of each, as typed. staff_role_sentences: what each means, after a name. */
extern const char *const staff_role_words[STAFF_ROLE_COUNT];
extern const char *const staff_role_sentences[STAFF_ROLE_COUNT];

/* staff_role_read(word, out_role): the role that is typed as `word`; STATUS_USAGE with those
 * that there are. */
must_check enum status staff_role_read(struct span word, enum staff_role *out_role);

/* staff_role_set_of(letters): those of "o r i a", letters of staff_role.def with blanks between.
 * staff_role_set_words(arena, roles): "owner, recruiter"; "no role" for none. */
staff_role_set staff_role_set_of(struct span letters);
struct span staff_role_set_words(struct arena *arena, staff_role_set roles);

#endif
