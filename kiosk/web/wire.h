/* wire: what the front of the desk and the agent of a person say to each other: one question, then
 * its answer. Both are a frame: how many bytes follow (4 bytes, little-endian), then texts, each
 * with its length in front in the same way.
 *
 *   question   method, route, token, language, origin, device, count of fields, then name and
 *              value of each
 *   answer     status, mark, who, kind of content, where to go on, name of a download, content
 *   sign       how much is done, and of how much: any number of them before an answer that takes
 *              long, so that the front knows that its agent is at work
 *
 * Neither end trusts the other: every length is held against what came. */
#ifndef WEB_WIRE_H
#define WEB_WIRE_H

#include "web/form.h"

enum {
    WIRE_LENGTH_BYTES = 4,
    WIRE_QUESTION_BYTES_MAX =
        128 * 1024, /* FORM_BYTES_MAX and what stands around the fields */
    WIRE_ANSWER_BYTES_MAX = 16 * 1024 * 1024,
    WIRE_ROUTE_BYTES_MAX = 512,
    WIRE_SIGN_BYTES = 8, /* shorter than any answer */
    WIRE_SIGN_FRAME_BYTES = WIRE_LENGTH_BYTES + WIRE_SIGN_BYTES,
    WIRE_HEADER_BYTES_MAX = 256, /* of a kind, a place to go on, the name of a download */
};

struct wire_question {
    bool is_change;       /* POST; else GET */
    struct span route;    /* "/people/K7-Q2", without what comes after "?" */
    struct span token;    /* what each form of this visit brings back */
    struct span language; /* that the browser asks for; may be empty */
    struct span origin;   /* of the desk: "https://hr.acme.example:8443" */
    struct span
        device; /* cookie of an invited browser; empty: at the desk's own machine */
    const struct form_field *fields;
    size_t field_count;
};

/* What an answer means for the front, besides being shown. */
enum wire_mark {
    WIRE_SHOWN,            /* nothing */
    WIRE_UNLOCKED,         /* the keys of this person are open from now on */
    WIRE_WRONG_PASSPHRASE, /* they are not, and a try is used up */
    WIRE_LOCKED,           /* the keys are not open: who asks has to unlock first */
    WIRE_KNOWN,  /* the browser that asks is invited: a visit of this person begins */
    WIRE_JOINED, /* a browser is invited: `who` is what its cookie holds from now on */
    WIRE_GONE,   /* the browser is not invited any more: its visit ends */
};

struct wire_answer {
    int http_status;
    enum wire_mark mark;
    struct span who;      /* whose keys are open, who is known; a new cookie */
    struct span type;     /* "text/html" */
    struct span location; /* to go on: a route of ours; empty: stays */
    struct span download; /* the name of a file to be kept; empty: shown */
    struct span body;
};

struct wire_sign {
    uint32_t done, all; /* all 0: not known */
};

/* wire_question_field(question, name): what was sent of `name`; empty when it was not, or not just
 * once. */
struct span wire_question_field(const struct wire_question *question, const char *name);

/* wire_question_write(arena, question): the whole frame, in `arena`.
 * wire_answer_write(arena, answer): the frame up to its content, in `arena`; answer->body comes
 * right after it. What is too long for the other end is a bug (must): who writes has bounded it
 * before. */
struct span wire_question_write(struct arena *arena,
                                const struct wire_question *question);
struct span wire_answer_write(struct arena *arena, const struct wire_answer *answer);

/* wire_sign_write(sign, out_frame): the whole frame. is_wire_sign(content, out_sign): whether a
 * frame holds a sign and no answer; then which. */
void wire_sign_write(const struct wire_sign *sign,
                     unsigned char out_frame[WIRE_SIGN_FRAME_BYTES]);
bool is_wire_sign(struct span content, struct wire_sign *out_sign);

/* wire_frame(bytes, max_bytes, out_content, out_is_whole):
 * Looks whether `bytes`, what has come so far, is a whole frame of at most `max_bytes`; then
 * `out_content` is what is in it, lent. STATUS_TOO_LARGE as soon as the length says so;
 * STATUS_BAD_INPUT when something follows it, for nobody speaks out of turn. */
must_check enum status wire_frame(struct span bytes, size_t max_bytes,
                                  struct span *out_content, bool *out_is_whole);

/* wire_question_read(arena, content, out_question), wire_answer_read(content, out_answer):
 * What a frame holds; texts are lent from `content`, the list of fields lies in `arena`.
 * STATUS_BAD_INPUT unless it is exactly one question or answer: a method, a mark and a status that
 * there are, a route and a place to go on that begin with one "/", header texts without control
 * characters or quotation marks. */
must_check enum status wire_question_read(struct arena *arena, struct span content,
                                          struct wire_question *out_question);
must_check enum status wire_answer_read(struct span content,
                                        struct wire_answer *out_answer);

#endif
