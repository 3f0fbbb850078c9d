/* foreign_xml: XML as a tree of foreign values, read by expat, which fontconfig brings into every
 * program of the desk anyway. Names lose their prefix: a document has one vocabulary here.
 *
 * Nothing is fetched and nothing is expanded: a document with a DOCTYPE, where entities are
 * declared, is refused. */
#ifndef CONVERT_FOREIGN_FOREIGN_XML_H
#define CONVERT_FOREIGN_FOREIGN_XML_H

#include "convert/foreign.h"

/* foreign_xml_read(arena, file, bytes, room, out_root): the tree of `bytes`, the file called
 * `file`, in `arena`; the root is the outermost element. `room` is how many values may still be
 * read, at first FOREIGN_VALUES_MAX, and is counted down. STATUS_TOO_LARGE over
 * FOREIGN_BYTES_MAX bytes, FOREIGN_DEPTH_MAX levels or this number of values, STATUS_BAD_INPUT
 * with the line for what is no XML or has a DOCTYPE. */
must_check enum status foreign_xml_read(struct arena *arena, struct span file,
                                        struct span bytes, size_t *room,
                                        struct foreign **out_root);

#endif
