/* pages: the desk as pages: a question of the browser in, an answer out. It knows no socket, no
 * visit and no cookie; who asks has been let in, and their office is unlocked.
 *
 *   question -> route (pages_route.def) -> what the route does -> struct page -> HTML, or a file
 *
 * GET shows and changes nothing but the log; POST does, and sends on to a page that shows it. What
 * is wrong with a form is said beside its fields, with everything typed kept. A page about a person
 * is in the log of the desk before it is given out. */
#ifndef APP_DESK_PAGES_PAGES_H
#define APP_DESK_PAGES_PAGES_H

#include "app/desk/office/keys.h"
#include "app/desk/pages/pages_asset.h"
#include "app/desk/pages/pages_question.h"
#include "base/arena.h"

/* pages_open(office, keys, signing_key, out_pages), pages_close(pages):
 * The desk of the person whose `keys` are open, on `office`. Takes all three over when it succeeds:
 * what is given is empty then, and pages_close closes it, and wipes what was kept of records;
 * harmless on NULL. `signing_key` (NULL: not open) signs rows of the log. Fails as opening the
 * archive and the assessment does. */
must_check enum status pages_open(struct office *office, struct keys *keys,
                                  struct secret *signing_key, struct pages **out_pages);
void pages_close(struct pages *pages);

/* pages_answer(pages, question, arena, out_answer):
 * Answers `question` in `arena`, which is guarded and has PAGES_ARENA_BYTES. What cannot be
 * answered (a route or a person that is not there, a damaged result, a full disk) is an answer with
 * its sentence too; a status other than OK means that there is none to give. */
must_check enum status pages_answer(struct pages *pages,
                                    const struct pages_question *question,
                                    struct arena *arena, struct pages_answer *out_answer);

/* is_pages_route(index, out_route, out_roles, out_does): whether there is a row number `index`,
 * from 0, of the table of routes; then its route, who may use it (letters of pages_route.def),
 * and whether a form of it does something. */
bool is_pages_route(size_t index, struct span *out_route, struct span *out_roles,
                    bool *out_does);

#endif
