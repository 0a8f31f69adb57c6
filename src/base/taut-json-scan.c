/* taut-json-scan.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* json-glib 1.6 crashes on deep nesting, wraps big integers, makes 1e999
 * infinite, cuts strings at \u0000, makes broken UTF-8 of half a surrogate pair,
 * lets the last of two equal members win, and takes much that is no JSON:
 * comments, octal numbers, single quotes, several values. A file that somebody else wrote must not be changed by being read, so
 * every text passes this scanner first. It goes through the text once, by
 * recursive descent; each nested value is a frame on the stack that knows its
 * key or index, which gives messages a path ("marks[2].at.u") for free. The
 * depth limit bounds the recursion. */

#define G_LOG_DOMAIN "taut-json-scan"

#include "config.h"

#include "taut-json-scan.h"

#include <errno.h>
#include <math.h>

/* A frame takes some 100 bytes of stack; this keeps far below any stack. */
#define DEPTH_LIMIT 1000

typedef struct _Frame Frame;

struct _Frame
{
  const Frame *parent;
  const char *key;        /* in quotes, @key_length bytes; NULL in an array */
  gsize key_length;
  guint index;
};

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  const char *origin;
  guint max_depth;
  GError **error;
} Scanner;

static gboolean scan_value (Scanner     *scanner,
                            const Frame *frame,
                            guint        depth);

static guint
count_lines (const Scanner *scanner)
{
  guint n = 1;

  g_assert (scanner != NULL);

  for (const char *p = scanner->start; p < scanner->at; p++)
    n += *p == '\n';

  return n;
}

static void
append_path (GString     *path,
             const Frame *frame)
{
  g_assert (path != NULL);

  if (frame == NULL || frame->parent == NULL)
    return;

  append_path (path, frame->parent);
  if (frame->key == NULL)
    {
      g_string_append_printf (path, "[%u]", frame->index);
      return;
    }
  if (path->len > 0)
    g_string_append_c (path, '.');
  g_string_append_len (path, frame->key + 1, frame->key_length - 2);
}

static gboolean G_GNUC_PRINTF (4, 5)
fail (Scanner       *scanner,
      const Frame   *frame,
      TautJsonError  code,
      const char    *format,
      ...)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *reason = NULL;
  va_list args;

  g_assert (scanner != NULL);

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);

  append_path (path, frame);
  if (path->len > 0)
    g_set_error (scanner->error, TAUT_JSON_ERROR, code, "%s: line %u: field \"%s\": %s",
                 scanner->origin, count_lines (scanner), path->str, reason);
  else
    g_set_error (scanner->error, TAUT_JSON_ERROR, code, "%s: line %u: %s",
                 scanner->origin, count_lines (scanner), reason);

  return FALSE;
}

/* "expected a comma or }, found x" */
static gboolean
fail_expected (Scanner     *scanner,
               const Frame *frame,
               const char  *expected)
{
  g_autofree char *found = NULL;

  g_assert (scanner != NULL);

  if (scanner->at >= scanner->end)
    found = g_strdup ("the end of the file");
  else if ((guchar) *scanner->at < 0x20)
    found = g_strdup_printf ("the control character %u", (guint) *scanner->at);
  else if (*scanner->at == ' ')
    found = g_strdup ("a space");
  else
    found = g_strdup_printf ("%.*s", (int) (g_utf8_next_char (scanner->at) - scanner->at),
                             scanner->at);

  return fail (scanner, frame, TAUT_JSON_ERROR_SYNTAX, "expected %s, found %s", expected, found);
}

static void
skip_space (Scanner *scanner)
{
  g_assert (scanner != NULL);

  while (scanner->at < scanner->end
         && (*scanner->at == ' ' || *scanner->at == '\t'
             || *scanner->at == '\n' || *scanner->at == '\r'))
    scanner->at++;
}

static gboolean
take (Scanner *scanner,
      char     c)
{
  g_assert (scanner != NULL);

  skip_space (scanner);
  if (scanner->at >= scanner->end || *scanner->at != c)
    return FALSE;
  scanner->at++;

  return TRUE;
}

/* The code after \u. */
static gboolean
scan_code (Scanner     *scanner,
           const Frame *frame,
           guint       *code)
{
  g_assert (scanner != NULL);
  g_assert (code != NULL);

  if (scanner->at >= scanner->end || *scanner->at != 'u')
    return fail_expected (scanner, frame, "an escape such as \\n");

  scanner->at++;
  *code = 0;
  for (guint i = 0; i < 4; i++, scanner->at++)
    {
      if (scanner->at >= scanner->end || !g_ascii_isxdigit (*scanner->at))
        return fail_expected (scanner, frame, "four hexadecimal digits after \\u");
      *code = *code * 16 + g_ascii_xdigit_value (*scanner->at);
    }

  return TRUE;
}

/* Characters beyond 16 bits are two escapes: a high and a low surrogate. */
static gboolean
scan_low_surrogate (Scanner     *scanner,
                    const Frame *frame)
{
  guint code;

  g_assert (scanner != NULL);

  if (scanner->at >= scanner->end || *scanner->at != '\\')
    return fail_expected (scanner, frame, "the second half of a surrogate pair");

  scanner->at++;
  if (!scan_code (scanner, frame, &code))
    return FALSE;
  if (code < 0xdc00 || code > 0xdfff)
    return fail (scanner, frame, TAUT_JSON_ERROR_SYNTAX,
                 "expected the second half of a surrogate pair, found \\u%04x", code);

  return TRUE;
}

static gboolean
scan_escape (Scanner     *scanner,
             const Frame *frame)
{
  guint code;

  g_assert (scanner != NULL);

  if (scanner->at < scanner->end && strchr ("\"\\/bfnrt", *scanner->at) != NULL)
    {
      scanner->at++;
      return TRUE;
    }
  if (!scan_code (scanner, frame, &code))
    return FALSE;
  if (code == 0)
    return fail (scanner, frame, TAUT_JSON_ERROR_SYNTAX, "text must not hold \\u0000");
  if (code >= 0xdc00 && code <= 0xdfff)
    return fail (scanner, frame, TAUT_JSON_ERROR_SYNTAX,
                 "expected a surrogate pair, found its second half \\u%04x", code);

  return code < 0xd800 || code > 0xdfff || scan_low_surrogate (scanner, frame);
}

static gboolean
scan_string (Scanner     *scanner,
             const Frame *frame)
{
  g_assert (scanner != NULL);

  if (!take (scanner, '"'))
    return fail_expected (scanner, frame, "a text in quotes");

  while (scanner->at < scanner->end && *scanner->at != '"')
    {
      char c = *scanner->at;

      if ((guchar) c < 0x20)
        return fail_expected (scanner, frame, "a printable character");
      scanner->at++;
      if (c == '\\' && !scan_escape (scanner, frame))
        return FALSE;
    }
  if (scanner->at >= scanner->end)
    return fail_expected (scanner, frame, "a closing quote");
  scanner->at++;

  return TRUE;
}

static gboolean
scan_digits (Scanner     *scanner,
             const Frame *frame)
{
  g_assert (scanner != NULL);

  if (scanner->at >= scanner->end || !g_ascii_isdigit (*scanner->at))
    return fail_expected (scanner, frame, "a digit");
  while (scanner->at < scanner->end && g_ascii_isdigit (*scanner->at))
    scanner->at++;

  return TRUE;
}

/* Whether the number from @start, checked to be well formed, has a value that
 * json-glib keeps. */
static gboolean
check_number_range (Scanner     *scanner,
                    const Frame *frame,
                    const char  *start,
                    gboolean     whole)
{
  g_autofree char *text = NULL;
  gboolean fits;

  g_assert (scanner != NULL);
  g_assert (start != NULL);

  text = g_strndup (start, scanner->at - start);
  errno = 0;
  if (whole)
    {
      g_ascii_strtoll (text, NULL, 10);
      fits = errno == 0;
    }
  else
    {
      fits = isfinite (g_ascii_strtod (text, NULL));
    }
  if (!fits)
    return fail (scanner, frame, TAUT_JSON_ERROR_MEMBER,
                 "the number %.40s%s is beyond range", text, strlen (text) > 40 ? "..." : "");

  return TRUE;
}

static gboolean
scan_number (Scanner     *scanner,
             const Frame *frame)
{
  const char *start;
  gboolean whole = TRUE;

  g_assert (scanner != NULL);

  start = scanner->at;
  if (*scanner->at == '-')
    scanner->at++;
  if (scanner->at < scanner->end && *scanner->at == '0')
    scanner->at++;
  else if (!scan_digits (scanner, frame))
    return FALSE;

  if (scanner->at < scanner->end && *scanner->at == '.')
    {
      scanner->at++;
      whole = FALSE;
      if (!scan_digits (scanner, frame))
        return FALSE;
    }
  if (scanner->at < scanner->end && (*scanner->at == 'e' || *scanner->at == 'E'))
    {
      scanner->at++;
      whole = FALSE;
      if (scanner->at < scanner->end && (*scanner->at == '+' || *scanner->at == '-'))
        scanner->at++;
      if (!scan_digits (scanner, frame))
        return FALSE;
    }

  return check_number_range (scanner, frame, start, whole);
}

static gboolean
scan_word (Scanner     *scanner,
           const Frame *frame)
{
  static const char *const words[] = { "true", "false", "null" };

  g_assert (scanner != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (scanner->end - scanner->at) >= length
          && strncmp (scanner->at, words[i], length) == 0)
        {
          scanner->at += length;
          return TRUE;
        }
    }

  return fail_expected (scanner, frame, "a value");
}

/* Members are compared as the text that they mean: "a" is "\u0061". */
static char *
decode_key (const char *key,
            gsize       length)
{
  g_autofree char *quoted = g_strndup (key, length);
  g_autoptr (JsonNode) node = NULL;

  if (strchr (quoted, '\\') != NULL)
    node = json_from_string (quoted, NULL);
  if (node != NULL)
    return json_node_dup_string (node);

  return g_strndup (key + 1, length - 2);
}

static gboolean
scan_member (Scanner     *scanner,
             const Frame *frame,
             guint        depth,
             GHashTable  *keys)
{
  Frame member = { .parent = frame };

  g_assert (scanner != NULL);
  g_assert (keys != NULL);

  skip_space (scanner);
  member.key = scanner->at;
  if (!scan_string (scanner, frame))
    return FALSE;
  member.key_length = scanner->at - member.key;
  if (!g_hash_table_add (keys, decode_key (member.key, member.key_length)))
    return fail (scanner, &member, TAUT_JSON_ERROR_MEMBER, "expected once, found twice");

  if (!take (scanner, ':'))
    return fail_expected (scanner, &member, "a colon");

  return scan_value (scanner, &member, depth);
}

static gboolean
scan_object (Scanner     *scanner,
             const Frame *frame,
             guint        depth)
{
  g_autoptr (GHashTable) keys = NULL;

  g_assert (scanner != NULL);

  if (take (scanner, '}'))
    return TRUE;

  keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  do
    {
      if (!scan_member (scanner, frame, depth, keys))
        return FALSE;
    }
  while (take (scanner, ','));

  return take (scanner, '}') || fail_expected (scanner, frame, "a comma or }");
}

static gboolean
scan_array (Scanner     *scanner,
            const Frame *frame,
            guint        depth)
{
  Frame element = { .parent = frame };

  g_assert (scanner != NULL);

  if (take (scanner, ']'))
    return TRUE;

  do
    {
      if (!scan_value (scanner, &element, depth))
        return FALSE;
      element.index++;
    }
  while (take (scanner, ','));

  return take (scanner, ']') || fail_expected (scanner, frame, "a comma or ]");
}

static gboolean
scan_value (Scanner     *scanner,
            const Frame *frame,
            guint        depth)
{
  gboolean is_object;

  g_assert (scanner != NULL);
  g_assert (frame != NULL);

  skip_space (scanner);
  if (scanner->at >= scanner->end)
    return fail_expected (scanner, frame, "a value");

  is_object = *scanner->at == '{';
  if (is_object || *scanner->at == '[')
    {
      if (depth >= scanner->max_depth)
        return fail (scanner, NULL, TAUT_JSON_ERROR_DEPTH,
                     "nested deeper than the %u levels allowed", scanner->max_depth);
      scanner->at++;
      return is_object
             ? scan_object (scanner, frame, depth + 1)
             : scan_array (scanner, frame, depth + 1);
    }
  if (*scanner->at == '"')
    return scan_string (scanner, frame);
  if (*scanner->at == '-' || g_ascii_isdigit (*scanner->at))
    return scan_number (scanner, frame);

  return scan_word (scanner, frame);
}

gboolean
taut_json_scan (const char  *text,
                gsize        size,
                const char  *origin,
                guint        max_depth,
                GError     **error)
{
  Frame root = { NULL };
  Scanner scanner = {
    .start = text,
    .at = text,
    .end = text + size,
    .origin = origin,
    .max_depth = MIN (max_depth, DEPTH_LIMIT),
    .error = error,
  };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (origin != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!scan_value (&scanner, &root, 0))
    return FALSE;

  skip_space (&scanner);
  if (scanner.at < scanner.end)
    return fail_expected (&scanner, NULL, "the end of the file");

  return TRUE;
}
