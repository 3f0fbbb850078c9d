#include "web/wire.h"

#include "base/little.h"
#include "base/must.h"

#include <string.h>

enum { HTTP_STATUS_LEAST = 200, HTTP_STATUS_MOST = 599 };

/* A frame that is being written. */
struct frame {
    char *bytes;
    size_t count, capacity;
};

static size_t text_bytes(struct span text)
{
    return WIRE_LENGTH_BYTES + text.count;
}

static void put_number(struct frame *frame, size_t number)
{
    must(frame->count + WIRE_LENGTH_BYTES <= frame->capacity);
    little_write(number, WIRE_LENGTH_BYTES, (unsigned char *)frame->bytes + frame->count);
    frame->count += WIRE_LENGTH_BYTES;
}

static void put_text(struct frame *frame, struct span text)
{
    put_number(frame, text.count);
    must(text.count <= frame->capacity - frame->count);
    if (text.count)
        memcpy(frame->bytes + frame->count, text.data, text.count);
    frame->count += text.count;
}

/* A frame of `content_bytes` here and `later_bytes` that come right after it. */
static struct frame frame_begin(struct arena *arena, size_t content_bytes,
                                size_t later_bytes, size_t max_bytes)
{
    must(content_bytes <= max_bytes && later_bytes <= max_bytes - content_bytes);
    struct frame frame = {
        .bytes = arena_alloc(arena, WIRE_LENGTH_BYTES + content_bytes),
        .capacity = WIRE_LENGTH_BYTES + content_bytes,
    };
    put_number(&frame, content_bytes + later_bytes);
    return frame;
}

static struct span frame_end(const struct frame *frame)
{
    must(frame->count == frame->capacity);
    return (struct span){frame->bytes, frame->count};
}

struct span wire_question_field(const struct wire_question *question, const char *name)
{
    const struct form_sent form = {question->fields, question->field_count};
    struct span value = SPAN("");
    (void)is_form_single(&form, name, &value);
    return value;
}

struct span wire_question_write(struct arena *arena, const struct wire_question *question)
{
    size_t bytes = 2 * WIRE_LENGTH_BYTES + text_bytes(question->route) +
                   text_bytes(question->token) + text_bytes(question->language) +
                   text_bytes(question->origin) + text_bytes(question->device);
    for (size_t i = 0; i < question->field_count; i++)
        bytes +=
            text_bytes(question->fields[i].name) + text_bytes(question->fields[i].value);
    struct frame frame = frame_begin(arena, bytes, 0, WIRE_QUESTION_BYTES_MAX);
    put_number(&frame, question->is_change);
    put_text(&frame, question->route);
    put_text(&frame, question->token);
    put_text(&frame, question->language);
    put_text(&frame, question->origin);
    put_text(&frame, question->device);
    put_number(&frame, question->field_count);
    for (size_t i = 0; i < question->field_count; i++) {
        put_text(&frame, question->fields[i].name);
        put_text(&frame, question->fields[i].value);
    }
    return frame_end(&frame);
}

struct span wire_answer_write(struct arena *arena, const struct wire_answer *answer)
{
    const size_t head = 2 * WIRE_LENGTH_BYTES + text_bytes(answer->who) +
                        text_bytes(answer->type) + text_bytes(answer->location) +
                        text_bytes(answer->download) + WIRE_LENGTH_BYTES;
    must(answer->body.count <= WIRE_ANSWER_BYTES_MAX - head);
    struct frame frame =
        frame_begin(arena, head, answer->body.count, WIRE_ANSWER_BYTES_MAX);
    put_number(&frame, (size_t)answer->http_status);
    put_number(&frame, answer->mark);
    put_text(&frame, answer->who);
    put_text(&frame, answer->type);
    put_text(&frame, answer->location);
    put_text(&frame, answer->download);
    put_number(&frame, answer->body.count);
    return frame_end(&frame);
}

void wire_sign_write(const struct wire_sign *sign,
                     unsigned char out_frame[WIRE_SIGN_FRAME_BYTES])
{
    little_write(WIRE_SIGN_BYTES, WIRE_LENGTH_BYTES, out_frame);
    little_write(sign->done, sizeof sign->done, out_frame + WIRE_LENGTH_BYTES);
    little_write(sign->all, sizeof sign->all,
                 out_frame + WIRE_LENGTH_BYTES + sizeof sign->done);
}

bool is_wire_sign(struct span content, struct wire_sign *out_sign)
{
    if (content.count != WIRE_SIGN_BYTES)
        return false;
    const unsigned char *const bytes = (const unsigned char *)content.data;
    const size_t half = sizeof out_sign->done;
    out_sign->done = (uint32_t)little_read(bytes, half);
    out_sign->all = (uint32_t)little_read(bytes + half, half);
    return true;
}

enum status wire_frame(struct span bytes, size_t max_bytes, struct span *out_content,
                       bool *out_is_whole)
{
    *out_is_whole = false;
    if (bytes.count < WIRE_LENGTH_BYTES)
        return OK;
    const uint64_t count =
        little_read((const unsigned char *)bytes.data, WIRE_LENGTH_BYTES);
    if (count > max_bytes)
        return fail(STATUS_TOO_LARGE, "the other end says more than fits");
    if (bytes.count - WIRE_LENGTH_BYTES > count)
        return fail(STATUS_BAD_INPUT, "the other end speaks out of turn");
    *out_is_whole = bytes.count - WIRE_LENGTH_BYTES == count;
    *out_content = span_cut(bytes, WIRE_LENGTH_BYTES, (size_t)count);
    return OK;
}

static enum status broken(void)
{
    return fail(STATUS_BAD_INPUT, "the other end does not say what can be understood");
}

static bool take_number(struct span *rest, size_t *out_number)
{
    if (rest->count < WIRE_LENGTH_BYTES)
        return false;
    *out_number =
        (size_t)little_read((const unsigned char *)rest->data, WIRE_LENGTH_BYTES);
    *rest = span_cut(*rest, WIRE_LENGTH_BYTES, rest->count);
    return true;
}

static bool take_text(struct span *rest, size_t max_bytes, struct span *out_text)
{
    size_t count = 0;
    if (!take_number(rest, &count) || count > max_bytes || count > rest->count)
        return false;
    *out_text = span_cut(*rest, 0, count);
    *rest = span_cut(*rest, count, rest->count);
    return true;
}

/* What may stand in a header: nothing that ends it or a text in quotation marks. */
static bool is_header_text(struct span text)
{
    for (size_t i = 0; i < text.count; i++)
        if (text.data[i] < ' ' || text.data[i] > '~' || text.data[i] == '"' ||
            text.data[i] == '\\')
            return false;
    return true;
}

/* A place of this desk: "//" would be another machine. */
static bool is_own_place(struct span place)
{
    return place.count > 0 && place.data[0] == '/' &&
           !(place.count > 1 && place.data[1] == '/') && is_header_text(place);
}

static bool take_fields(struct arena *arena, struct span *rest,
                        struct wire_question *question)
{
    size_t count = 0;
    if (!take_number(rest, &count) || count > FORM_FIELDS_MAX)
        return false;
    struct form_field *const fields = arena_array(arena, struct form_field, count + 1);
    for (size_t i = 0; i < count; i++)
        if (!take_text(rest, FORM_NAME_BYTES_MAX, &fields[i].name) ||
            !take_text(rest, FORM_BYTES_MAX, &fields[i].value))
            return false;
    question->fields = fields;
    question->field_count = count;
    return true;
}

enum status wire_question_read(struct arena *arena, struct span content,
                               struct wire_question *out_question)
{
    struct wire_question question = {0};
    size_t is_change = 0;
    if (!take_number(&content, &is_change) || is_change > 1 ||
        !take_text(&content, WIRE_ROUTE_BYTES_MAX, &question.route) ||
        !is_own_place(question.route) ||
        !take_text(&content, WIRE_HEADER_BYTES_MAX, &question.token) ||
        !take_text(&content, WIRE_HEADER_BYTES_MAX, &question.language) ||
        !take_text(&content, WIRE_HEADER_BYTES_MAX, &question.origin) ||
        !take_text(&content, WIRE_HEADER_BYTES_MAX, &question.device) ||
        !take_fields(arena, &content, &question) || content.count)
        return broken();
    question.is_change = is_change == 1;
    *out_question = question;
    return OK;
}

static bool take_header_text(struct span *rest, struct span *out_text)
{
    return take_text(rest, WIRE_HEADER_BYTES_MAX, out_text) && is_header_text(*out_text);
}

static bool take_status(struct span *rest, struct wire_answer *answer)
{
    size_t http_status = 0, mark = 0;
    if (!take_number(rest, &http_status) || http_status < HTTP_STATUS_LEAST ||
        http_status > HTTP_STATUS_MOST || !take_number(rest, &mark) || mark > WIRE_GONE)
        return false;
    answer->http_status = (int)http_status;
    answer->mark = (enum wire_mark)mark;
    return true;
}

enum status wire_answer_read(struct span content, struct wire_answer *out_answer)
{
    struct wire_answer answer = {0};
    if (!take_status(&content, &answer) || !take_header_text(&content, &answer.who) ||
        !take_header_text(&content, &answer.type) ||
        !take_header_text(&content, &answer.location) ||
        !take_header_text(&content, &answer.download) ||
        !take_text(&content, WIRE_ANSWER_BYTES_MAX, &answer.body) || content.count ||
        (answer.location.count && !is_own_place(answer.location)))
        return broken();
    *out_answer = answer;
    return OK;
}
