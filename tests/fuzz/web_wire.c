/* Any bytes from the other end: refused, or a question and an answer that are written as they
 * came. */
#include "base/must.h"
#include "web/wire.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void question_holds(struct arena *arena, struct span content)
{
    struct wire_question question;
    if (wire_question_read(arena, content, &question) != OK)
        return;
    const struct span again = wire_question_write(arena, &question);
    must(is_span_equal(span_cut(again, WIRE_LENGTH_BYTES, again.count), content));
}

static void answer_holds(struct arena *arena, struct span content)
{
    struct wire_answer answer;
    if (wire_answer_read(content, &answer) != OK)
        return;
    const struct span head = wire_answer_write(arena, &answer);
    must(head.count - WIRE_LENGTH_BYTES + answer.body.count == content.count);
    must(memcmp(head.data + WIRE_LENGTH_BYTES, content.data,
                head.count - WIRE_LENGTH_BYTES) == 0);
}

static void sign_holds(struct span content)
{
    unsigned char frame[WIRE_SIGN_FRAME_BYTES];
    struct wire_sign sign;
    struct wire_answer answer;
    if (!is_wire_sign(content, &sign))
        return;
    wire_sign_write(&sign, frame);
    must(memcmp(frame + WIRE_LENGTH_BYTES, content.data, WIRE_SIGN_BYTES) == 0);
    must(wire_answer_read(content, &answer) != OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct span bytes = {size ? (const char *)data : "", size};
    struct span content;
    struct arena arena;
    bool is_whole;
    arena_init(&arena, (size_t)32 << 20);
    (void)(wire_frame(bytes, WIRE_ANSWER_BYTES_MAX, &content, &is_whole) == OK);
    if (size <= WIRE_QUESTION_BYTES_MAX)
        question_holds(&arena, bytes);
    answer_holds(&arena, bytes);
    sign_holds(bytes);
    arena_done(&arena);
    return 0;
}
