/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * What is derived for a function of each awkward shape does what the function does: arguments
 * arrive although their owner has let them go, results come in finish, and all is freed when
 * nobody fetches them. Run under valgrind as well.
 */

#include <shapes/shapes.h>
#include <shapes/shapes-async.h>

#include <dirent.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "stand-in.h"

typedef struct
{
  ShapesHost *host;
  GAsyncResult *result; /* of the call that ended last */
  GError *error;
} Fixture;

static void
fixture_set_up (Fixture *fixture,
                gconstpointer unused)
{
  fixture->host = shapes_host_open ("here", SHAPES_OPEN_NONE, &fixture->error);
  g_assert_no_error (fixture->error);
}

static void
fixture_tear_down (Fixture *fixture,
                   gconstpointer unused)
{
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (stand_in_n_waiting (), ==, 0);
  g_clear_object (&fixture->result);
  g_assert_finalize_object (fixture->host);
}

static void
keep_result (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_true (source == NULL || source == G_OBJECT (fixture->host));
  g_assert_null (fixture->result);
  fixture->result = g_object_ref (result);
}

/* The result of the oldest call, let go now. */
static GAsyncResult *
result_of (Fixture *fixture)
{
  g_clear_object (&fixture->result);
  stand_in_run ();
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return fixture->result;
}

static guint
count_open_fds (void)
{
  DIR *directory = opendir ("/proc/self/fd");
  guint n = 0;

  while (readdir (directory) != NULL)
    n++;
  closedir (directory);
  return n;
}

static void
assert_failed (Fixture *fixture)
{
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&fixture->error);
}

static void
test_constructor (Fixture *fixture,
                  gconstpointer unused)
{
  char uri[] = "there";
  g_autoptr (ShapesHost) host = NULL;

  shapes_host_open_async (uri, SHAPES_OPEN_NONE, NULL, keep_result, fixture);
  uri[0] = 'w';
  host = shapes_host_open_finish (result_of (fixture), &fixture->error);

  g_assert_cmpstr (shapes_host_get_name (host), ==, "there");
}

static void
test_constructor_nullable_and_flags (Fixture *fixture,
                                     gconstpointer unused)
{
  g_autoptr (ShapesHost) host = NULL;

  shapes_host_open_async (NULL, SHAPES_OPEN_READ_ONLY, NULL, keep_result, fixture);
  host = shapes_host_open_finish (result_of (fixture), &fixture->error);

  g_assert_cmpstr (shapes_host_get_name (host), ==, "read-only");
}

static void
test_constructor_fails (Fixture *fixture,
                        gconstpointer unused)
{
  shapes_host_open_async ("nowhere", SHAPES_OPEN_NONE, NULL, keep_result, fixture);

  g_assert_null (shapes_host_open_finish (result_of (fixture), &fixture->error));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_HOST_NOT_FOUND);
  g_clear_error (&fixture->error);
}

static void
test_static (Fixture *fixture,
             gconstpointer unused)
{
  shapes_host_count_all_async ("four", NULL, keep_result, fixture);
  g_assert_cmpint (shapes_host_count_all_finish (result_of (fixture), &fixture->error), ==, 4);

  shapes_host_count_all_async ("", NULL, keep_result, fixture);
  g_assert_cmpint (shapes_host_count_all_finish (result_of (fixture), NULL), ==, -1);
}

static void
test_nothing_in (Fixture *fixture,
                 gconstpointer unused)
{
  shapes_host_suspend_async (fixture->host, NULL, keep_result, fixture);
  g_assert_true (shapes_host_suspend_finish (fixture->host, result_of (fixture), &fixture->error));
  g_assert_no_error (fixture->error);

  shapes_host_set_failing (fixture->host, TRUE);
  shapes_host_suspend_async (fixture->host, NULL, keep_result, fixture);
  g_assert_false (shapes_host_suspend_finish (fixture->host, result_of (fixture), &fixture->error));
  assert_failed (fixture);
}

static void
test_nothing_out (Fixture *fixture,
                  gconstpointer unused)
{
  shapes_host_poke_async (fixture->host, NULL, keep_result, fixture);
  shapes_host_poke_finish (fixture->host, result_of (fixture), &fixture->error);
  g_assert_no_error (fixture->error);

  shapes_host_set_failing (fixture->host, TRUE);
  shapes_host_poke_async (fixture->host, NULL, keep_result, fixture);
  shapes_host_poke_finish (fixture->host, result_of (fixture), &fixture->error);
  assert_failed (fixture);
}

static void
test_predicate (Fixture *fixture,
                gconstpointer unused)
{
  shapes_host_is_blue_async (fixture->host, NULL, keep_result, fixture);
  g_assert_false (shapes_host_is_blue_finish (fixture->host, result_of (fixture), &fixture->error));
  g_assert_no_error (fixture->error); /* 'no' is no failure */

  shapes_host_set_failing (fixture->host, TRUE);
  shapes_host_is_blue_async (fixture->host, NULL, keep_result, fixture);
  g_assert_false (shapes_host_is_blue_finish (fixture->host, result_of (fixture), &fixture->error));
  assert_failed (fixture);
}

static void
test_two_outs (Fixture *fixture,
               gconstpointer unused)
{
  gint64 seconds = 0;
  guint nanoseconds = 0;

  shapes_host_get_time_async (fixture->host, NULL, keep_result, fixture);
  g_assert_true (shapes_host_get_time_finish (fixture->host, result_of (fixture), &seconds,
                                              &nanoseconds, &fixture->error));
  g_assert_cmpint (seconds, ==, -5);
  g_assert_cmpuint (nanoseconds, ==, 7);

  shapes_host_get_time_async (fixture->host, NULL, keep_result, fixture);
  g_assert_true (shapes_host_get_time_finish (fixture->host, result_of (fixture), &seconds, NULL,
                                              &fixture->error));
}

static void
test_three_outs (Fixture *fixture,
                 gconstpointer unused)
{
  g_autofree char *title = NULL;
  g_autoptr (ShapesHost) parent = NULL;
  ShapesColour colour = SHAPES_COLOUR_UNKNOWN;

  shapes_host_describe_async (fixture->host, NULL, keep_result, fixture);
  g_assert_true (shapes_host_describe_finish (fixture->host, result_of (fixture), &title, &parent,
                                              &colour, &fixture->error));

  g_assert_cmpstr (title, ==, "The here");
  g_assert_cmpstr (shapes_host_get_name (parent), ==, "parent");
  g_assert_cmpint (colour, ==, SHAPES_COLOUR_BLUE);
}

static void
test_numbers (Fixture *fixture,
              gconstpointer unused)
{
  guint64 numbers[] = { 1, G_GUINT64_CONSTANT (1) << 40 };

  shapes_host_get_memory_async (fixture->host, NULL, keep_result, fixture);
  g_assert_cmpuint (shapes_host_get_memory_finish (fixture->host, result_of (fixture), NULL), ==,
                    G_GUINT64_CONSTANT (1) << 40);

  shapes_host_add_up_async (fixture->host, numbers, 2, NULL, keep_result, fixture);
  numbers[0] = 1000;
  g_assert_cmpuint (shapes_host_add_up_finish (fixture->host, result_of (fixture), NULL), ==,
                    (G_GUINT64_CONSTANT (1) << 40) + 1);

  shapes_host_add_up_async (fixture->host, NULL, 0, NULL, keep_result, fixture);
  g_assert_cmpuint (shapes_host_add_up_finish (fixture->host, result_of (fixture), NULL), ==, 0);
}

static void
test_enum (Fixture *fixture,
           gconstpointer unused)
{
  shapes_host_paint_async (fixture->host, SHAPES_COLOUR_BLUE, NULL, keep_result, fixture);
  g_assert_cmpint (shapes_host_paint_finish (fixture->host, result_of (fixture), NULL), ==,
                   SHAPES_COLOUR_RED);

  shapes_host_set_failing (fixture->host, TRUE);
  shapes_host_paint_async (fixture->host, SHAPES_COLOUR_RED, NULL, keep_result, fixture);
  g_assert_cmpint (shapes_host_paint_finish (fixture->host, result_of (fixture), &fixture->error),
                   ==, SHAPES_COLOUR_UNKNOWN);
  assert_failed (fixture);
}

static void
test_nullable_boxed_out (Fixture *fixture,
                         gconstpointer unused)
{
  ShapesInfo *info;

  shapes_host_get_info_async (fixture->host, "disk", NULL, keep_result, fixture);
  info = shapes_host_get_info_finish (fixture->host, result_of (fixture), &fixture->error);
  g_assert_cmpstr (info->name, ==, "disk");
  shapes_info_free (info);

  shapes_host_get_info_async (fixture->host, NULL, NULL, keep_result, fixture);
  info = shapes_host_get_info_finish (fixture->host, result_of (fixture), &fixture->error);
  g_assert_null (info);
  g_assert_no_error (fixture->error);
}

static void
test_boxed_in_and_out (Fixture *fixture,
                       gconstpointer unused)
{
  ShapesInfo *info = shapes_info_new ("first", 1);
  ShapesInfo *fallback = shapes_info_new ("second", 2);
  ShapesInfo *old = NULL;

  shapes_host_swap_info_async (fixture->host, info, fallback, NULL, keep_result, fixture);
  shapes_host_swap_info_async (fixture->host, fallback, NULL, NULL, keep_result, fixture);
  shapes_info_free (info);
  shapes_info_free (fallback);

  g_assert_true (shapes_host_swap_info_finish (fixture->host, result_of (fixture), &old, NULL));
  g_assert_null (old);
  g_assert_true (shapes_host_swap_info_finish (fixture->host, result_of (fixture), &old, NULL));
  g_assert_cmpstr (old->name, ==, "first");
  g_assert_cmpuint (old->size, ==, 3);
  shapes_info_free (old);
}

static void
test_container_out (Fixture *fixture,
                    gconstpointer unused)
{
  g_autoptr (GPtrArray) hosts = NULL;
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GPtrArray) names = NULL;

  shapes_host_list_neighbours_async (fixture->host, 3, NULL, keep_result, fixture);
  hosts = shapes_host_list_neighbours_finish (fixture->host, result_of (fixture), NULL);
  g_assert_cmpuint (hosts->len, ==, 3);
  g_assert_true (SHAPES_IS_HOST (g_ptr_array_index (hosts, 2)));

  shapes_host_list_parts_async (fixture->host, NULL, keep_result, fixture);
  g_assert_true (shapes_host_list_parts_finish (fixture->host, result_of (fixture), &infos, &names,
                                                NULL));
  g_assert_cmpstr (((ShapesInfo *) g_ptr_array_index (infos, 0))->name, ==, "disk");
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, "disk");
}

static void
test_container_in (Fixture *fixture,
                   gconstpointer unused)
{
  /* As bindings make them: without a free function. */
  g_autoptr (GPtrArray) hosts = g_ptr_array_new ();
  g_autoptr (GPtrArray) infos = g_ptr_array_new ();
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  ShapesHost *guest = shapes_host_open ("guest", SHAPES_OPEN_NONE, NULL);
  ShapesInfo *info = shapes_info_new ("disk", 1);
  char *word = g_strdup ("hi");

  g_ptr_array_add (hosts, guest);
  g_ptr_array_add (infos, info);
  g_ptr_array_add (words, word);
  shapes_host_meet_async (fixture->host, hosts, infos, words, NULL, keep_result, fixture);
  shapes_host_meet_async (fixture->host, hosts, NULL, words, NULL, keep_result, fixture);
  g_object_unref (guest);
  shapes_info_free (info);
  g_free (word);
  g_ptr_array_set_size (hosts, 0);

  g_assert_cmpint (shapes_host_meet_finish (fixture->host, result_of (fixture), NULL), ==, 11);
  g_assert_cmpint (shapes_host_meet_finish (fixture->host, result_of (fixture), NULL), ==, 7);
}

static void
test_object_in (Fixture *fixture,
                gconstpointer unused)
{
  ShapesHost *target = shapes_host_open ("target", SHAPES_OPEN_NONE, NULL);
  ShapesHost *witness = shapes_host_open ("witness", SHAPES_OPEN_NONE, NULL);

  shapes_host_set_failing (witness, TRUE);
  shapes_host_migrate_async (fixture->host, target, NULL, NULL, keep_result, fixture);
  shapes_host_migrate_async (fixture->host, target, witness, NULL, keep_result, fixture);
  g_object_unref (target);
  g_object_unref (witness);

  g_assert_true (shapes_host_migrate_finish (fixture->host, result_of (fixture), NULL));
  g_assert_false (shapes_host_migrate_finish (fixture->host, result_of (fixture), &fixture->error));
  assert_failed (fixture);
}

static void
test_bytes (Fixture *fixture,
            gconstpointer unused)
{
  GBytes *content = g_bytes_new ("abc", 3);
  GBytes *checksum = g_bytes_new ("de", 2);
  g_autoptr (GBytes) read_back = NULL;

  shapes_host_write_memory_async (fixture->host, content, checksum, NULL, keep_result, fixture);
  shapes_host_write_memory_async (fixture->host, content, NULL, NULL, keep_result, fixture);
  g_bytes_unref (content);
  g_bytes_unref (checksum);
  g_assert_cmpuint (shapes_host_write_memory_finish (fixture->host, result_of (fixture), NULL), ==, 5);
  g_assert_cmpuint (shapes_host_write_memory_finish (fixture->host, result_of (fixture), NULL), ==, 3);

  shapes_host_peek_memory_async (fixture->host, 1, 2, NULL, keep_result, fixture);
  read_back = shapes_host_peek_memory_finish (fixture->host, result_of (fixture), NULL);
  g_assert_cmpmem (g_bytes_get_data (read_back, NULL), g_bytes_get_size (read_back), "bb", 2);
}

static void
test_strv (Fixture *fixture,
           gconstpointer unused)
{
  char first[] = "first";
  const char *names[] = { first, NULL };
  const char *aliases[] = { "alias", NULL };
  g_auto (GStrv) both = NULL;
  g_auto (GStrv) one = NULL;

  shapes_host_rename_async (fixture->host, names, aliases, NULL, keep_result, fixture);
  shapes_host_rename_async (fixture->host, names, NULL, NULL, keep_result, fixture);
  first[0] = 'w';
  aliases[0] = NULL;

  both = shapes_host_rename_finish (fixture->host, result_of (fixture), NULL);
  g_assert_cmpstrv (both, ((const char *[]){ "first", "alias", NULL }));
  one = shapes_host_rename_finish (fixture->host, result_of (fixture), NULL);
  g_assert_cmpstrv (one, ((const char *[]){ "first", NULL }));
}

static void
test_gstrv (Fixture *fixture,
            gconstpointer unused)
{
  GStrv words = g_strsplit ("one,two", ",", 0);
  g_auto (GStrv) first = NULL;
  g_auto (GStrv) rest = NULL;

  shapes_host_split_async (fixture->host, words, NULL, keep_result, fixture);
  g_strfreev (words);
  first = shapes_host_split_finish (fixture->host, result_of (fixture), &rest, NULL);

  g_assert_cmpstrv (first, ((const char *[]){ "one", NULL }));
  g_assert_cmpstrv (rest, ((const char *[]){ "two", NULL }));
}

static void
test_array_with_length_out (Fixture *fixture,
                            gconstpointer unused)
{
  g_autofree guint8 *map = NULL;
  gsize n_bytes = 0;

  shapes_host_get_cpu_map_async (fixture->host, NULL, keep_result, fixture);
  map = shapes_host_get_cpu_map_finish (fixture->host, result_of (fixture), &n_bytes, NULL);

  g_assert_cmpmem (map, n_bytes, "\1\2\3", 3);
}

static void
assert_variant (GVariant *variant,
                const char *expected)
{
  g_autofree char *text = g_variant_print (variant, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_variant (Fixture *fixture,
              gconstpointer unused)
{
  GVariant *hints = g_variant_ref_sink (g_variant_new_string ("hint"));
  g_autoptr (GVariant) both = NULL;
  g_autoptr (GVariant) one = NULL;
  ShapesColour colour = SHAPES_COLOUR_UNKNOWN;

  /* A floating one, and one that is not. */
  shapes_host_exchange_async (fixture->host, g_variant_new_int32 (1), hints, NULL, keep_result, fixture);
  shapes_host_exchange_async (fixture->host, hints, NULL, NULL, keep_result, fixture);
  g_variant_unref (hints);

  both = shapes_host_exchange_finish (fixture->host, result_of (fixture), &colour, NULL);
  assert_variant (both, "[<1>, <'hint'>]");
  g_assert_cmpint (colour, ==, SHAPES_COLOUR_BLUE);
  one = shapes_host_exchange_finish (fixture->host, result_of (fixture), &colour, NULL);
  assert_variant (one, "[<'hint'>]");
}

static void
test_fd_out (Fixture *fixture,
             gconstpointer unused)
{
  guint n_before = count_open_fds ();
  int fd, ends[2];

  shapes_host_open_console_async (fixture->host, NULL, keep_result, fixture);
  fd = shapes_host_open_console_finish (fixture->host, result_of (fixture), NULL);
  shapes_host_open_pipe_async (fixture->host, NULL, keep_result, fixture);
  g_assert_true (shapes_host_open_pipe_finish (fixture->host, result_of (fixture), &ends[0], &ends[1],
                                               NULL));
  g_clear_object (&fixture->result);

  g_assert_cmpuint (count_open_fds (), ==, n_before + 3);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_close (ends[0], NULL));
  g_assert_true (g_close (ends[1], NULL));
}

static void
test_fd_out_fails (Fixture *fixture,
                   gconstpointer unused)
{
  guint n_before = count_open_fds ();
  int ends[2];

  shapes_host_set_failing (fixture->host, TRUE);
  shapes_host_open_console_async (fixture->host, NULL, keep_result, fixture);
  g_assert_cmpint (shapes_host_open_console_finish (fixture->host, result_of (fixture), NULL), ==, -1);
  shapes_host_open_pipe_async (fixture->host, NULL, keep_result, fixture);
  g_assert_false (shapes_host_open_pipe_finish (fixture->host, result_of (fixture), &ends[0],
                                                &ends[1], NULL));
  g_clear_object (&fixture->result);

  /* Not even standard input was closed in place of what was not opened. */
  g_assert_cmpuint (count_open_fds (), ==, n_before);
}

static void
test_fds_in (Fixture *fixture,
             gconstpointer unused)
{
  guint n_before = count_open_fds ();
  int ends[2];
  char letters[4] = "";

  g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, NULL));
  shapes_host_attach_fds_async (fixture->host, (int[]){ ends[1], ends[1] }, 2, ends[1], NULL,
                                keep_result, fixture);
  g_assert_true (g_close (ends[1], NULL));

  g_assert_true (shapes_host_attach_fds_finish (fixture->host, result_of (fixture), NULL));
  g_clear_object (&fixture->result);
  g_assert_cmpint (read (ends[0], letters, sizeof letters), ==, 3);
  g_assert_cmpstr (letters, ==, "lff");
  g_assert_cmpint (read (ends[0], letters, 1), ==, 0); /* nobody has the other end any more */
  g_assert_true (g_close (ends[0], NULL));
  g_assert_cmpuint (count_open_fds (), ==, n_before);
}

static void
test_fds_in_closed (Fixture *fixture,
                    gconstpointer unused)
{
  guint n_before = count_open_fds ();
  int fd = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  shapes_host_attach_fds_async (fixture->host, (int[]){ fd, 1000000 }, 2, fd, NULL, keep_result, fixture);
  g_assert_true (g_close (fd, NULL));

  g_assert_false (shapes_host_attach_fds_finish (fixture->host, result_of (fixture), &fixture->error));
  g_assert_nonnull (fixture->error);
  g_assert_true (g_str_has_prefix (fixture->error->message, "A file descriptor could not be"));
  g_clear_error (&fixture->error);
  g_clear_object (&fixture->result);
  g_assert_cmpuint (count_open_fds (), ==, n_before);
}

static void
test_fd_lists (Fixture *fixture,
               gconstpointer unused)
{
  GUnixFDList *in_files = g_unix_fd_list_new ();
  g_autoptr (GUnixFDList) out_files = NULL;
  g_autofree char *first_reply = NULL;
  g_autofree char *second_reply = NULL;

  shapes_host_command_async (fixture->host, in_files, NULL, keep_result, fixture);
  shapes_host_command_async (fixture->host, NULL, NULL, keep_result, fixture);
  g_object_unref (in_files);

  g_assert_true (shapes_host_command_finish (fixture->host, result_of (fixture), &first_reply, NULL, NULL));
  g_assert_cmpstr (first_reply, ==, "0");
  g_assert_true (shapes_host_command_finish (fixture->host, result_of (fixture), &second_reply, &out_files,
                                             NULL));
  g_assert_cmpstr (second_reply, ==, "-1");
  g_assert_true (G_IS_UNIX_FD_LIST (out_files));
}

static void
test_secrets (Fixture *fixture,
              gconstpointer unused)
{
  char password[] = "sesame";
  guint8 key[] = { 8, 9 };

  shapes_host_set_secrets_async (fixture->host, password, key, sizeof key, NULL, keep_result, fixture);
  memset (password, 'x', sizeof password - 1);
  memset (key, 0, sizeof key);

  g_assert_true (shapes_host_set_secrets_finish (fixture->host, result_of (fixture), NULL));
}

static void
test_strings_out (Fixture *fixture,
                  gconstpointer unused)
{
  g_autofree char *path = NULL;
  g_autofree char *title = NULL;

  shapes_host_find_path_async (fixture->host, NULL, keep_result, fixture);
  path = shapes_host_find_path_finish (fixture->host, result_of (fixture), NULL);
  g_assert_cmpstr (path, ==, "/a/b");

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  shapes_host_get_title_async (fixture->host, NULL, keep_result, fixture);
  title = shapes_host_get_title_finish (fixture->host, result_of (fixture), NULL);
  G_GNUC_END_IGNORE_DEPRECATIONS
  g_assert_cmpstr (title, ==, "title");
}

static void
test_long_and_cancelled (Fixture *fixture,
                         gconstpointer unused)
{
  shapes_host_suspend_async (fixture->host, NULL, keep_result, fixture);
  g_assert_cmpuint (stand_in_last_flags (), ==, 0);
  result_of (fixture);

  shapes_host_save_async (fixture->host, "/tmp", NULL, keep_result, fixture);
  g_assert_cmpuint (stand_in_last_flags (), ==, 1);
  g_assert_true (shapes_host_save_finish (fixture->host, result_of (fixture), NULL));

  g_clear_object (&fixture->result);
  shapes_host_save_async (fixture->host, "/tmp", NULL, keep_result, fixture);
  stand_in_cancel ();
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (shapes_host_save_finish (fixture->host, fixture->result, &fixture->error));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&fixture->error);

  /* It was stopped as well. */
  g_assert_false (shapes_host_save (fixture->host, "/tmp", &fixture->error));
}

/* What a call brings when nobody waits for it any more, or nobody fetches it. */
static void
test_not_fetched (Fixture *fixture,
                  gconstpointer unused)
{
  guint n_before = count_open_fds ();
  ShapesHost *host = fixture->host;
  guint n_calls;

  shapes_host_open_async ("late", SHAPES_OPEN_NONE, NULL, NULL, NULL);
  shapes_host_get_info_async (host, "disk", NULL, NULL, NULL);
  shapes_host_describe_async (host, NULL, NULL, NULL);
  shapes_host_list_neighbours_async (host, 2, NULL, NULL, NULL);
  shapes_host_list_parts_async (host, NULL, NULL, NULL);
  shapes_host_peek_memory_async (host, 1, 2, NULL, NULL, NULL);
  shapes_host_rename_async (host, (const char *[]){ "a", NULL }, NULL, NULL, NULL, NULL);
  shapes_host_split_async (host, (char *[]){ (char *) "a", NULL }, NULL, NULL, NULL);
  shapes_host_get_cpu_map_async (host, NULL, NULL, NULL);
  shapes_host_exchange_async (host, g_variant_new_int32 (1), NULL, NULL, NULL, NULL);
  shapes_host_open_console_async (host, NULL, NULL, NULL);
  shapes_host_open_pipe_async (host, NULL, NULL, NULL);
  shapes_host_command_async (host, NULL, NULL, NULL, NULL);

  n_calls = stand_in_n_waiting ();
  for (guint i = 0; i < n_calls; i++)
    (i % 2 == 0 ? stand_in_run : stand_in_cancel) ();
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (count_open_fds (), ==, n_before);
}

static void
test_arguments_are_checked (Fixture *fixture,
                            gconstpointer unused)
{
  ShapesHost *nobody = NULL;

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*SHAPES_IS_HOST (self)*");
  shapes_host_suspend_async (nobody, NULL, keep_result, fixture);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*SHAPES_IS_HOST (target)*");
  shapes_host_migrate_async (fixture->host, nobody, NULL, NULL, keep_result, fixture);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*network != NULL*");
  shapes_host_count_all_async (NULL, NULL, keep_result, fixture);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*numbers != NULL*");
  shapes_host_add_up_async (fixture->host, NULL, 1, NULL, keep_result, fixture);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*G_IS_CANCELLABLE*");
  shapes_host_suspend_async (fixture->host, (gpointer) fixture->host, keep_result, fixture);
  g_test_assert_expected_messages ();
}

static void
test_result_of_another_call (Fixture *fixture,
                             gconstpointer unused)
{
  GAsyncResult *result;

  shapes_host_suspend_async (fixture->host, NULL, keep_result, fixture);
  result = result_of (fixture);

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*libvirt_async_is_valid*");
  g_assert_false (shapes_host_is_blue_finish (fixture->host, result, NULL));
  g_test_assert_expected_messages ();
  g_assert_true (shapes_host_suspend_finish (fixture->host, result, NULL));
}

#define ADD(path, func) \
  g_test_add ("/async/shapes/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("constructor", test_constructor);
  ADD ("constructor/nullable-and-flags", test_constructor_nullable_and_flags);
  ADD ("constructor/fails", test_constructor_fails);
  ADD ("static", test_static);
  ADD ("nothing-in", test_nothing_in);
  ADD ("nothing-out", test_nothing_out);
  ADD ("predicate", test_predicate);
  ADD ("two-outs", test_two_outs);
  ADD ("three-outs", test_three_outs);
  ADD ("numbers", test_numbers);
  ADD ("enum", test_enum);
  ADD ("nullable-boxed-out", test_nullable_boxed_out);
  ADD ("boxed-in-and-out", test_boxed_in_and_out);
  ADD ("container-out", test_container_out);
  ADD ("container-in", test_container_in);
  ADD ("object-in", test_object_in);
  ADD ("bytes", test_bytes);
  ADD ("strv", test_strv);
  ADD ("gstrv", test_gstrv);
  ADD ("array-with-length-out", test_array_with_length_out);
  ADD ("variant", test_variant);
  ADD ("fd-out", test_fd_out);
  ADD ("fd-out/fails", test_fd_out_fails);
  ADD ("fds-in", test_fds_in);
  ADD ("fds-in/closed", test_fds_in_closed);
  ADD ("fd-lists", test_fd_lists);
  ADD ("secrets", test_secrets);
  ADD ("strings-out", test_strings_out);
  ADD ("long-and-cancelled", test_long_and_cancelled);
  ADD ("not-fetched", test_not_fetched);
  ADD ("arguments-are-checked", test_arguments_are_checked);
  ADD ("result-of-another-call", test_result_of_another_call);

  return g_test_run ();
}
