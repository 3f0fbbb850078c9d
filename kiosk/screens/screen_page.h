/* screen_page: the page every screen is written on, and what stands on each: the line on top
 * with the tools, the text column, the way back and the way on.
 *
 *   page    top: "Part 2 of 6 · about 9 minutes left"     [Aa Comfort] [? Help]
 *           thin progress line
 *           body: a scroller, at most a text column wide
 *           (keyboard)
 *           foot: [Back]                                            [Next]
 *
 * Nothing here knows a single screen. Ids are data; words come through W. */
#ifndef SCREENS_SCREEN_PAGE_H
#define SCREENS_SCREEN_PAGE_H

#include "screens/journey.h"

#include <stdbool.h>

struct screen_page {
    struct arena *arena; /* of the event */
    const struct journey *journey;
    const struct surface_facts *facts;
    struct moment moment;
    struct node *page; /* root */
    struct node *body; /* NULL before screen_page_body */
    struct node *foot; /* NULL before the first of its buttons */
    struct node *ways; /* NULL before the first of them */
    struct span
        place; /* in few words, for the line of the first ones in the body; or empty */
    struct span place_said; /* the same in whole words */
    bool has_tools;         /* which stand on top or, where room is short, in the foot */
    bool has_tools_below;   /* there, already */
    bool begins_at_top; /* on an upright page, too: what stands first keeps its place */
};

/* A question of more letters is a long one: it is set in text size (a heading of five lines would
 * shout), and may be read on a page of its own. */
enum { SCREEN_PAGE_HEADING_CODES = 90 };

/* screen_page_begin(arena, journey, facts, moment): an empty page, named after the screen. */
struct screen_page screen_page_begin(struct arena *arena, const struct journey *journey,
                                     const struct surface_facts *facts,
                                     struct moment moment);

/* screen_page_decide(page): every way on decides something that is not undone: no key that was
 * pressed once too often chooses one, since nothing has the focus until somebody moves it; before
 * the ways are added. */
void screen_page_decide(struct screen_page *page);

/* screen_page_top(page, words, fraction): the line on top with `words` and the tools; below 0
 * there is no progress line, else it shows `fraction` 0..1. screen_page_site_top(page): the usual
 * one before and after the items: the organization's name. */
void screen_page_top(struct screen_page *page, struct span words, double fraction);
void screen_page_site_top(struct screen_page *page);
/* screen_page_progress(page): the one within the items: "Part 2 of 6 · 7 of 20 · about 9 minutes
 * left", or that this is practice. Where room is short, what screen_page_first writes has it beside
 * itself in few words: "7 of 20 · 9 min". */
void screen_page_progress(struct screen_page *page);

/* screen_page_body(page, gap_mm): the text column; what does not fit scrolls. Also tells, first of
 * all, what went wrong with the last effect. */
struct node *screen_page_body(struct screen_page *page, float gap_mm);

/* screen_page_foot(page): the foot, for what belongs neither to the way back nor to the way on. */
struct node *screen_page_foot(struct screen_page *page);

/* screen_page_back(page, text, event), screen_page_next(page, text, event): the foot's leading and
 * trailing button; between them stands free room. screen_page_next has the first focus when
 * nothing else asks for it. Call screen_page_back first; without it the foot has only the trailing
 * button. */
struct node *screen_page_back(struct screen_page *page, struct span text,
                              struct event event);
struct node *screen_page_next(struct screen_page *page, struct span text,
                              struct event event);

/* screen_page_way(page, id, text, event): one of several equal buttons, side by side in the
 * body. */
struct node *screen_page_way(struct screen_page *page, const char *id, struct span text,
                             struct event event);

/* screen_page_unavailable(node, reason): the control `node` cannot be chosen now, for `reason`,
 * which is said with it, and shown to who tries it. */
void screen_page_unavailable(struct node *node, enum reason reason);

/* screen_page_heading(page, text): the screen's heading, spoken first. screen_page_text(page, id,
 * text): a paragraph; an empty one is left out, and NULL. screen_page_note(page, id, text): the
 * same in small. screen_page_notice(page, id, text): a paragraph with the accent bar. All stand in
 * the body. */
struct node *screen_page_heading(struct screen_page *page, struct span text);
struct node *screen_page_text(struct screen_page *page, const char *id, struct span text);
struct node *screen_page_note(struct screen_page *page, const char *id, struct span text);
struct node *screen_page_notice(struct screen_page *page, const char *id,
                                struct span text);

/* screen_page_first(page, id, style, text): words in the body, which have the place of a question
 * beside them where that has no line of its own and no other words have it yet. */
struct node *screen_page_first(struct screen_page *page, const char *id,
                               enum text_style style, struct span text);

/* screen_page_point(page, id, title, text): a paragraph under a small heading of its own. */
void screen_page_point(struct screen_page *page, const char *id, struct span title,
                       struct span text);

/* screen_page_frame(page): who reads has a wording of some texts, "KEY@FRAME", of their own:
 * "rater", "newcomer", "pilot" (who tries the form out), or "" for who applies. */
struct span screen_page_frame(const struct screen_page *page);
/* screen_page_words(page, key, otherwise): a text of the assessment by `key`, its placeholders
 * filled in; `otherwise` (already in the person's language) where it has none. */
struct span screen_page_words(const struct screen_page *page, const char *key,
                              struct span otherwise);
/* screen_page_fill(page, text): `text` with {organization}, {vacancy}, {contact}, {retention} and
 * {minutes} ("17 to 27", assessment_minutes.h). */
struct span screen_page_fill(const struct screen_page *page, struct span text);

/* screen_page_seconds(page): what counts down on this screen, "14 seconds". */
struct span screen_page_seconds(const struct screen_page *page);

/* screen_page_wide_mm(page, mm): `mm`, wider with larger letters: a column holds as many words
 * at every text size, as far as the page goes. screen_page_room_mm(page): width of the body.
 * screen_page_step_wide_mm(page): how wide the screen is for its letters: its millimetres
 * divided by the text step. is_screen_page_low(page): there is little height for this text size,
 * so headings and lines are set closer. is_screen_page_tight(page): little width besides, so what
 * can be chosen between would take the lines that are read first. is_screen_page_upright(page):
 * it is higher than wide, and what stands on it stands in the middle of its height.
 * has_screen_page_keys(page): the on-screen keys and the words they belong to can be seen at
 * once. */
double screen_page_wide_mm(const struct screen_page *page, double mm);
double screen_page_room_mm(const struct screen_page *page);
double screen_page_step_wide_mm(const struct screen_page *page);
bool is_screen_page_low(const struct screen_page *page);
bool is_screen_page_tight(const struct screen_page *page);
bool is_screen_page_upright(const struct screen_page *page);
bool has_screen_page_keys(const struct screen_page *page);
/* is_screen_page_apart(page): the question of this item is read first, and its answers, or the
 * keys, stand on a page of their own after it (visit.is_writing), below a shortened question. */
bool is_screen_page_apart(const struct screen_page *page);
/* screen_page_end(page): after all else, once. */
void screen_page_end(struct screen_page *page);

#endif
