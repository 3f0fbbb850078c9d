/* parts: the sheet every screen is written on, and what stands on each: the line on top with the
 * tools, the text column, the way back and the way on.
 *
 *   page    top: "Part 2 of 6 · about 9 minutes left"     [Aa Comfort] [? Help]
 *           thin progress line
 *           body: a scroller, at most a text column wide
 *           (keyboard)
 *           foot: [Back]                                            [Next]
 *
 * Nothing here knows a single screen. Ids are data; words come through W. */
#ifndef SCREENS_PARTS_H
#define SCREENS_PARTS_H

#include "screens/journey.h"

struct sheet {
    struct arena *arena; /* of the event */
    const struct journey *journey;
    const struct surface_facts *facts;
    struct moment moment;
    struct node *page; /* root */
    struct node *body; /* NULL before sheet_body */
    struct node *foot; /* NULL before the first of its buttons */
    struct node *ways; /* NULL before the first of them */
};

/* sheet_begin(arena, journey, facts, moment): an empty page, named after the screen. */
struct sheet sheet_begin(struct arena *arena, const struct journey *journey,
                         const struct surface_facts *facts, struct moment moment);

/* sheet_top(sheet, words, fraction): the line on top with `words` and the tools; below 0 there is
 * no progress line, else it shows `fraction` 0..1. sheet_place_top(sheet): the usual one before
 * and after the items: the organization's name. */
void sheet_top(struct sheet *sheet, struct span words, double fraction);
void sheet_place_top(struct sheet *sheet);

/* sheet_body(sheet, gap_mm): the text column; what does not fit scrolls. Also tells, first of
 * all, what went wrong with the last effect. */
struct node *sheet_body(struct sheet *sheet, float gap_mm);

/* sheet_foot(sheet): the foot, for what belongs neither to the way back nor to the way on. */
struct node *sheet_foot(struct sheet *sheet);

/* sheet_back(sheet, text, event), sheet_next(sheet, text, event): the foot's leading and trailing
 * button; between them stands free room. sheet_next has the first focus when nothing else asks
 * for it. Call sheet_back first; without it the foot has only the trailing button. */
struct node *sheet_back(struct sheet *sheet, struct span text, struct event event);
struct node *sheet_next(struct sheet *sheet, struct span text, struct event event);

/* sheet_way(sheet, id, text, event): one of several equal buttons, side by side in the body. */
struct node *sheet_way(struct sheet *sheet, const char *id, struct span text,
                       struct event event);

/* sheet_heading(sheet, text): the screen's heading, spoken first. sheet_text(sheet, id, text): a
 * paragraph; an empty one is left out. sheet_note(sheet, id, text): the same in small.
 * sheet_notice(sheet, id, text): a paragraph with the accent bar. All stand in the body. */
struct node *sheet_heading(struct sheet *sheet, struct span text);
struct node *sheet_text(struct sheet *sheet, const char *id, struct span text);
struct node *sheet_note(struct sheet *sheet, const char *id, struct span text);
struct node *sheet_notice(struct sheet *sheet, const char *id, struct span text);

/* sheet_point(sheet, id, title, text): a paragraph under a small heading of its own. */
void sheet_point(struct sheet *sheet, const char *id, struct span title,
                 struct span text);

/* sheet_words(sheet, key, otherwise): a text of the assessment by `key`, its placeholders filled
 * in; `otherwise` (already in the person's language) where it has none. */
struct span sheet_words(const struct sheet *sheet, const char *key,
                        struct span otherwise);
/* sheet_fill(sheet, text): `text` with {organization}, {vacancy}, {contact}, {retention}. */
struct span sheet_fill(const struct sheet *sheet, struct span text);

/* sheet_wide_mm(sheet, mm): `mm`, wider with larger letters: a column holds as many words at
 * every text size, as far as the page goes. sheet_room_mm(sheet): width of the body.
 * is_sheet_low(sheet): there is little height for this text size, so headings and lines are set
 * closer. has_sheet_keys(sheet): the on-screen keys and the words they belong to can be seen at
 * once. */
double sheet_wide_mm(const struct sheet *sheet, double mm);
double sheet_room_mm(const struct sheet *sheet);
int is_sheet_low(const struct sheet *sheet);
int has_sheet_keys(const struct sheet *sheet);

/* event_of(kind), event_with(kind, a, b): an event in a word. */
static inline struct event event_with(enum event_kind kind, int32_t a, int32_t b)
{
    return (struct event){.kind = (int32_t)kind, .a = a, .b = b};
}
static inline struct event event_of(enum event_kind kind)
{
    return event_with(kind, 0, 0);
}

#endif
