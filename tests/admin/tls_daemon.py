# SPDX-License-Identifier: LGPL-2.1-or-later
"""A libvirtd of the test's own that also listens to the network, with certificates of its own."""

import os
import socket
import ssl
import subprocess

import daemon

TLS = '''\
listen_tls = 1
listen_addr = "127.0.0.1"
tls_port = "{port}"
tls_no_sanity_certificate = 1
'''

# Where libvirt looks below /etc/pki, or ~/.pki/libvirt of another user than root. Elsewhere it would
# not look again, whatever is configured.
PLACES = {
    'ca': ('CA/cacert.pem', 'CA/private/cakey.pem', 'cacert.pem', 'cakey.pem'),
    'server': ('libvirt/servercert.pem', 'libvirt/private/serverkey.pem', 'servercert.pem', 'serverkey.pem'),
}

# There may be no /etc/pki yet.
ETC = 'cp -a /etc "$0/copy" && rm -rf "$0/copy/pki" && ln -s "$0/pki" "$0/copy/pki" && mount --bind "$0/copy" /etc && '


def free_port():
    with socket.socket() as found:
        found.bind(('127.0.0.1', 0))
        return found.getsockname()[1]


class TlsDaemon(daemon.AdminDaemon):
    script = ETC + daemon.AdminDaemon.script

    def __init__(self):
        super().__init__()
        self.openssl = daemon.find_program('openssl')

    def start(self):
        self.port = free_port()
        self.make_authority()
        self.make_certificate()
        super().start()

    def command(self, configuration):
        return [*super().command(configuration), '--listen']

    def more_configuration(self):
        return TLS.format(port=self.port, folder=self.folder)

    def paths(self, name):
        """Of the certificate and its key."""
        if os.getuid() == 0:
            names = [os.path.join('pki', place) for place in PLACES[name][:2]]
        else:
            names = [os.path.join('.pki', 'libvirt', place) for place in PLACES[name][2:]]
        return [os.path.join(self.folder, path) for path in names]

    def run_openssl(self, *arguments):
        subprocess.run([self.openssl, *arguments], check=True, stderr=subprocess.DEVNULL)

    def make_authority(self):
        for path in (*self.paths('ca'), *self.paths('server')):
            os.makedirs(os.path.dirname(path), exist_ok=True)
        certificate, key = self.paths('ca')
        self.run_openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=authority',
                         '-keyout', key, '-out', certificate)

    def make_certificate(self):
        authority, authority_key = self.paths('ca')
        certificate, key = self.paths('server')
        request = os.path.join(self.folder, 'request.pem')
        self.run_openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=server',
                         '-addext', 'basicConstraints=CA:FALSE', '-keyout', key, '-out', request)
        self.run_openssl('x509', '-req', '-in', request, '-CA', authority, '-CAkey', authority_key, '-CAcreateserial',
                         '-copy_extensions', 'copy', '-days', '2', '-out', certificate)

    def certificate(self):
        """That which is in the file."""
        with open(self.paths('server')[0], encoding='ascii') as text:
            return ssl.PEM_cert_to_DER_cert(text.read())

    def shown_certificate(self):
        """That which a client is shown."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        with socket.create_connection(('127.0.0.1', self.port), 60) as plain, context.wrap_socket(plain) as client:
            return client.getpeercert(binary_form=True)
