/* staff: the people of the desk: who somebody is, what they may do, until when, and by which public
 * keys they are known. It counts only as the organization signed it.
 *
 *   people.jsonl: signed statements (signed_rows.h); the last one of a label counts
 *     {"age":"age1..","ed25519":"hex","from_s":..,"kind":"person","label":"ben",
 *      "may":["recruiter"],"name":"Ben Okafor",..,"until_s":0,"vacancies":["deck"]}
 *     {"kind":"end","label":"ben",..}        from then on they are nobody here
 *   "age" is what is sealed to them, "ed25519" what verifies what they sign (null: not known).
 *   No "vacancies" means all of them; "until_s" 0 means no end.
 *
 * In a folder from before there was such a list, whoever has a key there is owner and recruiter, as
 * it was then. */
#ifndef APP_DESK_OFFICE_STAFF_STAFF_H
#define APP_DESK_OFFICE_STAFF_STAFF_H

#include "app/desk/office/keys.h"
#include "app/desk/office/staff/staff_role.h"
#include "app/desk/office/staff/staff_format.h"

struct staff_person {
    struct span label, name;
    staff_role_set roles;
    const struct span *vacancies; /* ids */
    size_t vacancy_count;         /* 0: all of them */
    struct span recipient;        /* "age1...", for what only they open */
    bool has_verify_key;
    unsigned char verify_key[CHAIN_PUBLIC_KEY_BYTES]; /* of Ed25519, for what they sign */
    int64_t from_s, until_s;                          /* 0: no end */
    int64_t ended_s; /* when they were retired; 0: they were not */
};

struct staff {
    bool is_missing; /* the folder is from before there was one */
    struct signed_rows_head head;
    struct span bytes;         /* the file */
    struct staff_person *list; /* in the order in which they came */
    size_t count;
    struct staff_person
        *signed_for; /* every row of a person, also what holds no longer */
    size_t signed_count;
};

/* staff_read(office, out_staff): the people of `office`, verified by keys/organization.pub, read
 * once. Where the file is missing, those of the set of keys. STATUS_FORGED when a row was changed,
 * cut out or signed by another key. */
must_check enum status staff_read(struct office *office, const struct staff **out_staff);

/* staff_take_person(take, object, person): label, name, roles, vacancies and end of `person`, as
 * they stand in `object`. */
void staff_take_person(struct canonical_take *take, const struct json *object,
                       struct staff_person *person);

/* staff_find(staff, label), staff_of_keys(office, staff, keys): the person of `label`, or the one
 * whose `keys` these are, retired ones among them; NULL when there is none. */
const struct staff_person *staff_find(const struct staff *staff, struct span label);
const struct staff_person *staff_of_keys(struct office *office, const struct staff *staff,
                                         const struct keys *keys);

/* staff_next_signed(staff, label, roles, after): what the organization signed for `label` with one
 * of `roles` and a key that verifies, then or now: the first where `after` is NULL, else the next;
 * NULL at the end. What somebody signed holds when their key is another one, too. */
const struct staff_person *staff_next_signed(const struct staff *staff, struct span label,
                                             staff_role_set roles,
                                             const struct staff_person *after);

/* is_staff_present(person, now_s): whether `person` may do anything at `now_s`: not retired, and
 * their time is not over. */
bool is_staff_present(const struct staff_person *person, int64_t now_s);

/* is_staff_auditor_only(person, now_s): whether `person` is present, audits, and is no recruiter:
 * whoever reads results, too, would see groups beside people. */
bool is_staff_auditor_only(const struct staff_person *person, int64_t now_s);

/* is_staff_last_owner(staff, label, now_s): whether `label` is the only owner that is present at
 * `now_s`: without one, nobody could sign for anybody any more. */
bool is_staff_last_owner(const struct staff *staff, struct span label, int64_t now_s);

/* staff_need(office, keys, roles, out_person): the present person whose `keys` are open, when they
 * have one of `roles`; `out_person` is NULL for keys from before there was a list, or of a recovery
 * sheet, which all roles are given to. STATUS_REFUSED says who may do it instead. */
must_check enum status staff_need(struct office *office, const struct keys *keys,
                                  staff_role_set roles,
                                  const struct staff_person **out_person);

#endif
