/* found: what a typed code has found on the terminal of an earlier visit. */
#ifndef SITTING_FOUND_H
#define SITTING_FOUND_H

enum found {
    FOUND_NOTHING, /* nobody has begun with this code */
    FOUND_WHOLE,   /* every answer that was kept */
    FOUND_PART,    /* the answers before a fault of what was kept */
    FOUND_DAMAGED, /* nothing of what was kept can be opened */
    FOUND_SEALED,  /* the result is sealed, and its person has not seen the receipt yet */
    FOUND_OTHER_FORM, /* answers to other questions than those of now */
};

#endif
