/* lint_sentence: what a careful colleague would say of one text of a questionnaire: two things in
 * one, negations, length, topics that must not be asked when people are hired. It sees words, not
 * meaning, and so misses and mistakes some; how often is measured by a test.
 *
 * Asking and describing are told apart. A sentence asks a person where an answer is given and
 *   - it speaks of whoever answers (I, my, you, your), or
 *   - it says nothing of the place (we, our, here), and is a question, or a label or a part of a
 *     sentence that goes on with a stem ("Trouble falling asleep").
 * What it says of others ("customers with disabilities", "sick people") is not asked. A text that
 * only tells asks where it puts a question to the person ("A colleague drinks. How much do you
 * drink?") or lets the person declare something ("you confirm that you are not ill"). */
#ifndef LINT_LINT_SENTENCE_H
#define LINT_LINT_SENTENCE_H

#include "lint/lint_lexicon.h"

/* How a text stands in the questionnaire. */
struct lint_asking {
    bool is_question; /* it is read as a question or a scene is: leisure is told */
    bool is_item; /* people rate it or choose between it and others: wording is told */
    bool is_answered;  /* it belongs to what a person answers */
    bool is_label;     /* a part of a sentence asks, too: no statement to choose */
    bool is_about;     /* it is about the person, who is left out: "Names a mistake." */
    bool is_last_only; /* only its last sentence asks: an instruction with a stem */
    bool is_notice;    /* it may say what is not asked */
    uint32_t context;  /* signs of the texts it goes on with, as of lint_sentence_signs */
};

/* What was found in one text. */
struct lint_findings {
    int found_count[LINT_RULES];
    bool is_asked[LINT_RULES];     /* of a topic: a person is asked for it */
    struct span words[LINT_RULES]; /* what gave each away, in lower case; may be empty */
};

enum { LINT_WORDS_MAX = 400 };

/* lint_sentence(arena, lexicon, text, asking): what the words of `lexicon` give away in `text`,
 * sentence by sentence, of each at most the first LINT_WORDS_MAX words. The stretch of time and
 * the like that a sentence names hold for those after it. With `is_notice`, what stands after a
 * denial ("we ask for nothing about") up to the end of the sentence, or to a word such as "but" or
 * "do you" that turns it, is left out. `arena` holds the words found. */
struct lint_findings lint_sentence(struct arena *arena,
                                   const struct lint_lexicon *lexicon, struct span text,
                                   const struct lint_asking *asking);

/* lint_sentence_signs(arena, lexicon, text): the bits (1 << enum lint_sign) that hold for what goes
 * on with `text`; `arena` is needed on the way. */
uint32_t lint_sentence_signs(struct arena *arena, const struct lint_lexicon *lexicon,
                             struct span text);

/* is_lint_sentence_stem(text, is_head): whether the last sentence of `text` asks something that the
 * items after it go on with: it ends with a question mark, a colon or three dots. The line above
 * an item, `is_head`, may also end without any mark. */
bool is_lint_sentence_stem(struct span text, bool is_head);

#endif
