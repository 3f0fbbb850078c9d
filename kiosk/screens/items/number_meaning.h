/* number_meaning: what a typed number can mean. "1,250" is one thousand two hundred and fifty to
 * one person and one and a quarter to another: whoever scores it must not guess. */
#ifndef SCREENS_ITEMS_NUMBER_MEANING_H
#define SCREENS_ITEMS_NUMBER_MEANING_H

#include "base/span.h"

enum { NUMBER_MEANING_BYTES = 32 };

/* A number with a decimal point and no other sign in it; a whole one has no point. */
struct number_meaning {
    char bytes[NUMBER_MEANING_BYTES];
    size_t count;
};

/* number_meaning_find(typed, out_meanings): how many numbers `typed` can be, and which: 2 (the
 * larger first) for one comma or point with one to three figures before it, of which the first
 * is no 0, and three behind it; 1 for every other number, with thousands parted or not; 0 for no
 * number, or one of more than 30 characters. */
size_t number_meaning_find(struct span typed, struct number_meaning out_meanings[2]);
/* number_meaning_span(meaning): it as a text, lent. */
struct span number_meaning_span(const struct number_meaning *meaning);

#endif
