/* drawn_table: the texts of author/drawn, made into characters when the program is built
 * (author/drawn/embed.cmake). */
#ifndef AUTHOR_DRAWN_TABLE_H
#define AUTHOR_DRAWN_TABLE_H

/* Sorted by name; the last row has none. */
struct drawn_row {
    const char *name, *text;
};
extern const struct drawn_row drawn_table[];

#endif
