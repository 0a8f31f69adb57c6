/* test-json.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-json.h"

#include <glib/gstdio.h>

#define MAX_BYTES (1024 * 1024)
#define MAX_DEPTH 64

static JsonNode *
parse (const char  *text,
       gssize       size,
       GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size < 0 ? strlen (text) : (gsize) size);

  return taut_json_parse (bytes, "f.json", MAX_BYTES, MAX_DEPTH, error);
}

static const struct
{
  const char *text;
  gssize size;            /* -1: up to the NUL */
  int code;
  const char *says;
} broken[] = {
  { "", -1, TAUT_JSON_ERROR_SIZE, "f.json: the file is empty" },
  { " \n", -1, TAUT_JSON_ERROR_SYNTAX, "line 2: expected a value, found the end of the file" },
  { "\xff", -1, TAUT_JSON_ERROR_ENCODING, "f.json: not UTF-8 text at byte 0" },
  { "[\"a\xc3\"]", -1, TAUT_JSON_ERROR_ENCODING, "byte 3" },
  { "[1\0]", 4, TAUT_JSON_ERROR_ENCODING, "byte 2" },
  { "{", -1, TAUT_JSON_ERROR_SYNTAX, "the end of the file" },
  { "[1,]", -1, TAUT_JSON_ERROR_SYNTAX, "expected a value, found ]" },
  { "[1 2]", -1, TAUT_JSON_ERROR_SYNTAX, "expected a comma or ], found 2" },
  { "{\"a\":1,}", -1, TAUT_JSON_ERROR_SYNTAX, "expected a text in quotes, found }" },
  { "{\"a\" 1}", -1, TAUT_JSON_ERROR_SYNTAX, "field \"a\": expected a colon, found 1" },
  { "{}{}", -1, TAUT_JSON_ERROR_SYNTAX, "expected the end of the file, found {" },
  { "/* x */ 1", -1, TAUT_JSON_ERROR_SYNTAX, "expected a value, found /" },
  { "var a = [1];", -1, TAUT_JSON_ERROR_SYNTAX, "expected a value, found v" },
  { "\xef\xbb\xbf[]", -1, TAUT_JSON_ERROR_SYNTAX, "expected a value" },
  { "['a']", -1, TAUT_JSON_ERROR_SYNTAX, "field \"[0]\": expected a value, found '" },
  { "[010]", -1, TAUT_JSON_ERROR_SYNTAX, "expected a comma or ], found 1" },
  { "[0x10]", -1, TAUT_JSON_ERROR_SYNTAX, "found x" },
  { "[.5]", -1, TAUT_JSON_ERROR_SYNTAX, "expected a value, found ." },
  { "[1.]", -1, TAUT_JSON_ERROR_SYNTAX, "expected a digit, found ]" },
  { "[-]", -1, TAUT_JSON_ERROR_SYNTAX, "expected a digit, found ]" },
  { "[+1]", -1, TAUT_JSON_ERROR_SYNTAX, "expected a value, found +" },
  { "[1e]", -1, TAUT_JSON_ERROR_SYNTAX, "expected a digit, found ]" },
  { "NaN", -1, TAUT_JSON_ERROR_SYNTAX, "expected a value, found N" },
  { "[Infinity]", -1, TAUT_JSON_ERROR_SYNTAX, "expected a value, found I" },
  { "[nul]", -1, TAUT_JSON_ERROR_SYNTAX, "expected a value, found n" },
  { "[\"a\tb\"]", -1, TAUT_JSON_ERROR_SYNTAX, "found the control character 9" },
  { "[\"a", -1, TAUT_JSON_ERROR_SYNTAX, "expected a closing quote" },
  { "[\"\\x\"]", -1, TAUT_JSON_ERROR_SYNTAX, "expected an escape" },
  { "[\"\\", -1, TAUT_JSON_ERROR_SYNTAX, "expected an escape" },
  { "[\"\\u12g4\"]", -1, TAUT_JSON_ERROR_SYNTAX, "expected four hexadecimal digits" },
  { "[\"a\\u0000b\"]", -1, TAUT_JSON_ERROR_SYNTAX, "must not hold \\u0000" },
  { "[\"\\ud800\"]", -1, TAUT_JSON_ERROR_SYNTAX, "expected the second half of a surrogate pair" },
  { "[\"\\ud800 x\"]", -1, TAUT_JSON_ERROR_SYNTAX, "surrogate pair, found a space" },
  { "[\"\\ud800\\n\"]", -1, TAUT_JSON_ERROR_SYNTAX, "expected an escape" },
  { "[\"\\ud800\\ud800\"]", -1, TAUT_JSON_ERROR_SYNTAX, "found \\ud800" },
  { "[\"\\udc00\"]", -1, TAUT_JSON_ERROR_SYNTAX, "found its second half \\udc00" },
  { "{\"a\":[1,{\"b\":1e999}]}", -1, TAUT_JSON_ERROR_MEMBER,
    "field \"a[1].b\": the number 1e999 is beyond range" },
  { "{\"a\":\n9223372036854775808}", -1, TAUT_JSON_ERROR_MEMBER,
    "line 2: field \"a\": the number 9223372036854775808 is beyond range" },
  { "[-9223372036854775809]", -1, TAUT_JSON_ERROR_MEMBER, "beyond range" },
  { "[99999999999999999999999]", -1, TAUT_JSON_ERROR_MEMBER, "beyond range" },
  { "{\"a\":1,\"a\":2}", -1, TAUT_JSON_ERROR_MEMBER, "field \"a\": expected once, found twice" },
  { "{\"a\":1,\"\\u0061\":2}", -1, TAUT_JSON_ERROR_MEMBER, "expected once, found twice" },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      JsonNode *node = parse (broken[i].text, broken[i].size, &error);

      g_assert_null (node);
      g_assert_error (error, TAUT_JSON_ERROR, broken[i].code);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, "f.json: "));
      g_assert_nonnull (strstr (error->message, broken[i].says));
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_sound (void)
{
  static const char *const texts[] = {
    "{}", "[]", " \t\r\n[ ] ", "null", "true", "\"x\"", "0", "-0", "-0.5e+3", "1E-2",
    "9223372036854775807", "-9223372036854775808",
    "[1,[2,{\"a\":[]}],\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
    "\"\\u00e4\\ud83d\\ude00\"", "{\"a\":1,\"A\":2,\"\":3}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = parse (texts[i], -1, &error);

      g_assert_no_error (error);
      g_assert_nonnull (node);
    }
}

static void
test_limits (void)
{
  static const guint depths[] = { MAX_DEPTH, MAX_DEPTH + 1, 300000 };

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      for (guint closed = 0; closed < 2; closed++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          g_autoptr (GError) error = NULL;
          g_autoptr (JsonNode) node = NULL;

          for (guint n = 0; n < depths[i]; n++)
            g_string_append (text, n % 2 ? "[" : "{\"a\":");
          g_string_append (text, "1");
          for (guint n = depths[i]; closed && n > 0; n--)
            g_string_append (text, n % 2 ? "}" : "]");
          if (text->len > MAX_BYTES)
            g_string_truncate (text, MAX_BYTES);

          node = parse (text->str, text->len, &error);
          if (depths[i] > MAX_DEPTH)
            g_assert_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_DEPTH);
          else if (closed)
            g_assert_no_error (error);
          else
            g_assert_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_SYNTAX);
        }
    }
}

static void
test_size (void)
{
  for (gssize excess = 0; excess < 2; excess++)
    {
      g_autoptr (GString) text = g_string_new ("\"");
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;

      while ((gssize) text->len < MAX_BYTES - 1 + excess)
        g_string_append_c (text, 'x');
      g_string_append_c (text, '"');
      node = parse (text->str, text->len, &error);
      if (excess == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_SIZE);
    }
}

static void
test_load (void)
{
  g_autofree char *tmp = g_dir_make_tmp ("taut-json-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (tmp, "x.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_new_for_path (tmp);
  g_autoptr (GFile) endless = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_assert_null (taut_json_load (file, MAX_BYTES, MAX_DEPTH, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_clear_error (&error);

  g_assert_null (taut_json_load (folder, MAX_BYTES, MAX_DEPTH, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  g_assert_null (taut_json_load (endless, MAX_BYTES, MAX_DEPTH, &error));
  g_assert_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_SIZE);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "[1]", -1, NULL));
  node = taut_json_load (file, MAX_BYTES, MAX_DEPTH, &error);
  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_ARRAY (node));

  g_remove (path);
  g_rmdir (tmp);
}

#define MEMBERS                                                               \
  "{\"text\":\"t\",\"n\":2.5,\"i\":7,\"whole\":3.0,\"yes\":true,\"list\":[\"a\",\"b\"]," \
  "\"mixed\":[\"a\",1],\"numbers\":[1,2.5,\"x\"],\"object\":{},\"none\":null,"  \
  "\"long\":\"ääääääääääääääääääääääääääääääääääääääääääääääääää\"}"

static void
test_members (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = parse (MEMBERS, -1, &error);
  g_auto (GStrv) list = NULL;
  JsonObject *object;
  const char *text;
  double number;
  gint64 whole;
  gboolean yes;

  g_assert_no_error (error);
  object = taut_json_get_object (node, "f.json", &error);

  g_assert_true (taut_json_read_string (object, "f", "text", &text, &error));
  g_assert_cmpstr (text, ==, "t");
  g_assert_true (taut_json_read_number (object, "f", "n", 0, 2.5, &number, &error));
  g_assert_cmpfloat (number, ==, 2.5);
  g_assert_true (taut_json_read_number (object, "f", "i", 7, 7, &number, &error));
  g_assert_cmpfloat (number, ==, 7);
  g_assert_true (taut_json_read_integer (object, "f", "i", 0, 7, &whole, &error));
  g_assert_cmpint (whole, ==, 7);
  g_assert_true (taut_json_read_integer (object, "f", "whole", 0, 7, &whole, &error));
  g_assert_cmpint (whole, ==, 3);
  g_assert_true (taut_json_read_boolean (object, "f", "yes", &yes, &error));
  g_assert_true (yes);
  g_assert_nonnull (taut_json_read_object (object, "f", "object", &error));
  list = taut_json_read_strings (object, "f", "list", &error);
  g_assert_cmpstrv (list, ((const char *const[]) { "a", "b", NULL }));
  g_assert_true (taut_json_element_number (json_object_get_array_member (object, "numbers"), 1,
                                           "f", "numbers", 0, 3, &number, &error));
  g_assert_cmpfloat (number, ==, 2.5);
}

static void
assert_says (GError    **error,
             const char *says)
{
  g_assert_error (*error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_MEMBER);
  g_assert_cmpstr ((*error)->message, ==, says);
  g_clear_error (error);
}

static void
test_member_errors (void)
{
  static const char *const known[] = { "text", "n", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = parse (MEMBERS, -1, &error);
  g_autoptr (JsonNode) list = parse ("[]", -1, &error);
  JsonObject *object = taut_json_get_object (node, "f.json", &error);
  const char *text;
  double number;
  gint64 whole;
  gboolean yes;

  g_assert_null (taut_json_get_object (list, "f.json", &error));
  assert_says (&error, "f.json: expected an object, found a list");
  g_assert_false (taut_json_read_string (object, "f: x", "absent", &text, &error));
  assert_says (&error, "f: x: field \"absent\": expected a text, found nothing");
  g_assert_false (taut_json_read_string (object, "f", "none", &text, &error));
  assert_says (&error, "f: field \"none\": expected a text, found null");
  g_assert_false (taut_json_read_number (object, "f", "n", 0, 2.25, &number, &error));
  assert_says (&error, "f: field \"n\": expected a number from 0 to 2.25, found 2.5");
  g_assert_false (taut_json_read_number (object, "f", "text", 0, 1, &number, &error));
  assert_says (&error, "f: field \"text\": expected a number from 0 to 1, found \"t\"");
  g_assert_false (taut_json_read_integer (object, "f", "n", 0, 9, &whole, &error));
  assert_says (&error, "f: field \"n\": expected a whole number from 0 to 9, found 2.5");
  g_assert_false (taut_json_read_integer (object, "f", "i", 8, 9, &whole, &error));
  assert_says (&error, "f: field \"i\": expected a whole number from 8 to 9, found 7");
  g_assert_false (taut_json_read_boolean (object, "f", "i", &yes, &error));
  assert_says (&error, "f: field \"i\": expected true or false, found 7");
  g_assert_null (taut_json_read_array (object, "f", "object", &error));
  assert_says (&error, "f: field \"object\": expected a list, found an object");
  g_assert_null (taut_json_read_object (object, "f", "yes", &error));
  assert_says (&error, "f: field \"yes\": expected an object, found true");
  g_assert_null (taut_json_read_strings (object, "f", "mixed", &error));
  assert_says (&error, "f: field \"mixed[1]\": expected a text, found 1");
  g_assert_false (taut_json_element_number (json_object_get_array_member (object, "numbers"), 3,
                                            "f", "numbers", 0, 3, &number, &error));
  assert_says (&error, "f: field \"numbers[3]\": expected a number from 0 to 3, found nothing");
  g_assert_false (taut_json_read_boolean (object, "f", "long", &yes, &error));
  g_assert_true (g_str_has_suffix (error->message, "ä\"..."));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_clear_error (&error);
  g_assert_false (taut_json_check_members (object, "f", known, &error));
  assert_says (&error, "f: field \"i\": expected one of text, n, found an unknown field");
}

/* Text and value give each other back, laid out and not. */
static void
test_text (void)
{
  static const char *const texts[] = {
    "{}", "[]", "null", "true", "0", "-7", "9223372036854775807", "0.05", "140.0", "-0.0",
    "1e-300", "1.7976931348623157e+308", "0.1234567890123456",
    "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u007f\303\244\"",
    "{\"b\":1,\"a\":[1,[],{},[2]],\"\":{\"x\":null}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = parse (texts[i], -1, &error);
      g_autoptr (GString) text = taut_json_to_text (node, FALSE);
      g_autoptr (GString) pretty = taut_json_to_text (node, TRUE);
      g_autoptr (JsonNode) again = parse (pretty->str, -1, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text->str, ==, texts[i]);
      g_assert_true (json_node_equal (node, again));
      g_assert_true (g_str_has_suffix (pretty->str, "\n"));
    }
}

static void
test_pretty (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = parse ("{\"a\":[1,{}],\"b\":{\"c\":0.5}}", -1, &error);
  g_autoptr (GString) text = taut_json_to_text (node, TRUE);

  g_assert_cmpstr (text->str, ==,
                   "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": {\n    \"c\": 0.5\n  }\n}\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/json/broken", test_broken);
  g_test_add_func ("/base/json/sound", test_sound);
  g_test_add_func ("/base/json/limits", test_limits);
  g_test_add_func ("/base/json/size", test_size);
  g_test_add_func ("/base/json/load", test_load);
  g_test_add_func ("/base/json/members", test_members);
  g_test_add_func ("/base/json/member-errors", test_member_errors);
  g_test_add_func ("/base/json/text", test_text);
  g_test_add_func ("/base/json/pretty", test_pretty);

  return g_test_run ();
}
