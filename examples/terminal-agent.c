/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "terminal-agent.h"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int deadly[] = { SIGHUP, SIGINT, SIGTERM };

static pthread_t asking; /* the thread that waits for an answer */
static volatile sig_atomic_t caught;

/* While the one that asks holds it up, a signal to the program goes to any other thread. */
static void
on_signal (int number)
{
  if (pthread_equal (pthread_self (), asking))
    caught = number;
  else
    pthread_kill (asking, number);
}

static void
print_question (int tty,
                LibvirtConnectCredential *credential)
{
  const char *challenge = libvirt_connect_credential_get_challenge (credential);
  const char *suggestion = libvirt_connect_credential_get_defresult (credential);

  if (challenge != NULL)
    dprintf (tty, "(%s) ", challenge);
  dprintf (tty, "%s", libvirt_connect_credential_get_prompt (credential));
  if (suggestion != NULL)
    dprintf (tty, " [%s]", suggestion);
  dprintf (tty, ": ");
}

/* FALSE if there is no answer: end of file, or a signal, which arrives only while @signals lets
 * it. */
static gboolean
ask (int tty,
     LibvirtConnectCredential *credential,
     const sigset_t *signals)
{
  struct pollfd readable = { .fd = tty, .events = POLLIN };
  char line[4096];
  gssize n;

  print_question (tty, credential);
  if (ppoll (&readable, 1, NULL, signals) < 0)
    return FALSE;
  n = read (tty, line, sizeof line - 1);
  if (n <= 0)
    return FALSE;

  /* What is left open gets the suggestion. */
  line[n] = '\0';
  line[strcspn (line, "\r\n")] = '\0';
  if (line[0] != '\0')
    libvirt_connect_credential_set_result (credential, line);
  explicit_bzero (line, sizeof line);

  return TRUE;
}

/* A signal that ends the program must not leave a terminal that shows nothing. It is held up until
 * the answer is waited for, as one that came just before that would not end the wait. */
static gboolean
ask_hidden (int tty,
            LibvirtConnectCredential *credential)
{
  struct sigaction catch = { .sa_handler = on_signal };
  struct sigaction before[G_N_ELEMENTS (deadly)];
  struct termios shown;
  struct termios hidden;
  sigset_t held_up;
  sigset_t signals;
  gboolean answered;

  if (tcgetattr (tty, &shown) != 0)
    return FALSE;

  asking = pthread_self ();
  caught = 0;
  sigemptyset (&held_up);
  for (guint i = 0; i < G_N_ELEMENTS (deadly); i++)
    sigaddset (&held_up, deadly[i]);
  pthread_sigmask (SIG_BLOCK, &held_up, &signals);
  for (guint i = 0; i < G_N_ELEMENTS (deadly); i++)
    sigaction (deadly[i], &catch, &before[i]);
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t) ECHO;
  hidden.c_lflag |= ECHONL;
  /* Before the question: this drops what has been typed so far. */
  tcsetattr (tty, TCSAFLUSH, &hidden);

  answered = ask (tty, credential, &signals);

  tcsetattr (tty, TCSADRAIN, &shown);
  pthread_sigmask (SIG_SETMASK, &signals, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (deadly); i++)
    sigaction (deadly[i], &before[i], NULL);
  if (caught != 0)
    raise (caught);

  return answered;
}

static gboolean
answer (int tty,
        LibvirtConnectCredential *credential)
{
  switch (libvirt_connect_credential_get_credential_type (credential))
    {
    case LIBVIRT_CONNECT_CREDENTIAL_TYPE_PASSPHRASE:
    case LIBVIRT_CONNECT_CREDENTIAL_TYPE_NOECHOPROMPT:
      return ask_hidden (tty, credential);
    default:
      return ask (tty, credential, NULL);
    }
}

static void
on_authenticate (LibvirtConnectAuth *auth,
                 LibvirtConnectAuthRequest *request,
                 gpointer user_data)
{
  g_autoptr (GPtrArray) credentials = libvirt_connect_auth_request_get_credentials (request);
  int tty = open ("/dev/tty", O_RDWR | O_CLOEXEC);
  gboolean answered = tty >= 0;

  for (guint i = 0; answered && i < credentials->len; i++)
    answered = answer (tty, credentials->pdata[i]);

  if (answered)
    libvirt_connect_auth_request_complete (request);
  else
    libvirt_connect_auth_request_cancel (request);
  if (tty >= 0)
    close (tty);
}

LibvirtConnectAuth *
terminal_agent_new (void)
{
  static const LibvirtConnectCredentialType types[] = {
    LIBVIRT_CONNECT_CREDENTIAL_TYPE_AUTHNAME,     LIBVIRT_CONNECT_CREDENTIAL_TYPE_REALM,
    LIBVIRT_CONNECT_CREDENTIAL_TYPE_PASSPHRASE,   LIBVIRT_CONNECT_CREDENTIAL_TYPE_ECHOPROMPT,
    LIBVIRT_CONNECT_CREDENTIAL_TYPE_NOECHOPROMPT,
  };
  LibvirtConnectAuth *auth = libvirt_connect_auth_new (types, G_N_ELEMENTS (types));

  g_signal_connect (auth, "authenticate", G_CALLBACK (on_authenticate), NULL);
  return auth;
}
