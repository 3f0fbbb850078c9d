/* edit: a text, its caret and what is selected; what a key does to them, as in every text field.
 * Pure: a text and an act give a text. Positions are bytes, always at the boundary of a letter as
 * people see it (grapheme.h).
 *
 *   anchor == caret: nothing is selected; else all between them is
 *
 * What is written takes the place of what is selected. */
#ifndef VIEW_EDIT_EDIT_H
#define VIEW_EDIT_EDIT_H

#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

/* What takes away takes away the selection, where there is one. */
enum edit_kind {
    EDIT_WRITE,           /* the text of the act, at the caret */
    EDIT_ERASE,           /* the letter before the caret */
    EDIT_ERASE_WORD,      /* the word before it, and the blanks behind that word */
    EDIT_ERASE_NEXT,      /* the letter behind the caret */
    EDIT_ERASE_NEXT_WORD, /* the word behind it, and the blanks before that word */
    EDIT_BACK, /* the caret one letter towards the beginning; from a selection: to its
                             beginning */
    EDIT_ON,   /* towards the end */
    EDIT_BACK_WORD, /* to the beginning of the word before the caret */
    EDIT_ON_WORD,   /* to the end of the word behind it */
    EDIT_FIRST,     /* to the beginning of the text */
    EDIT_LAST,
    EDIT_PLACE, /* to byte `place` */
    EDIT_WORD,  /* the word at byte `place` is selected */
    EDIT_ALL,   /* all is selected */
    EDIT_KIND_COUNT,
};

struct edit_act {
    enum edit_kind kind;
    bool is_selecting; /* movements: the anchor stays, what lies between is selected */
    size_t place;
    struct span text;
};

struct edit_text {
    char *bytes; /* valid UTF-8 */
    size_t room_bytes, limit_codes;
    size_t count, caret, anchor;
};

/* edit_apply(text, act): does `act`; places beyond the text are its end. Control characters but
 * the line feed are passed over; what passes limit_codes or room_bytes is left out, letter by
 * letter. Bytes that are taken away are wiped. Returns 1 when the text changed. */
bool edit_apply(struct edit_text *text, const struct edit_act *act);

/* Acts travel in events (view/event.h): a is the place, b the kind with EDIT_SELECTING, text what
 * is written; so an event with nothing but a text writes it.
 * edit_act_of(event): the act in `event`; an unknown one writes nothing. */
enum { EDIT_SELECTING = 0x100 };
struct event;
struct edit_act edit_act_of(const struct event *event);

#endif
