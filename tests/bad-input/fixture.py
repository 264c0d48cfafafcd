# SPDX-License-Identifier: LGPL-2.1-or-later
"""One object of each class on libvirt's test driver, and an argument of each kind that is all right.

A class that the test driver has nothing for is there as an object that belongs to no connection.
"""

import ctypes
import os
import re
import tempfile

import native
from native import P

NAME = 'bad-input'
UUID = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'

DOMAIN = f'''
<domain type='test'>
  <name>{NAME}</name><uuid>{UUID}</uuid><memory unit='MiB'>8</memory><vcpu>2</vcpu><os><type>hvm</type></os>
  <devices>
    <disk type='file' device='disk'><source file='/nowhere'/><target dev='vda' bus='virtio'/></disk>
    <interface type='network'><source network='default'/><mac address='52:54:00:00:00:01'/>
      <target dev='testnet0'/></interface>
    <memballoon model='virtio'/>
  </devices>
</domain>'''
DISK = "<disk type='file' device='disk'><source file='/else'/><target dev='vdb' bus='virtio'/></disk>"
XML = {
    'domain': DOMAIN.replace(NAME, 'another').replace(f'<uuid>{UUID}</uuid>', ''),
    'network': "<network><name>another</name><bridge name='virbr9'/><ip address='192.168.99.1'/></network>",
    'storage_pool': "<pool type='dir'><name>another</name><target><path>/nowhere</path></target></pool>",
    'volume': "<volume><name>another</name><capacity unit='MiB'>1</capacity></volume>",
    'interface': "<interface type='ethernet' name='eth9'><start mode='none'/></interface>",
    'node_device': "<device><parent>test-scsi-host-vport</parent><capability type='scsi_host'>"
                   "<capability type='fc_host'/></capability></device>",
    'secret': "<secret ephemeral='no' private='no'><usage type='ceph'><name>a</name></usage></secret>",
    'nw_filter_binding': "<filterbinding><portdev name='v'/><filterref filter='f'/></filterbinding>",
    'nw_filter': "<filter name='another' chain='root'/>",
    'snapshot': '<domainsnapshot><name>another</name></domainsnapshot>',
    'checkpoint': '<domaincheckpoint><name>another</name></domaincheckpoint>',
    'port': '<networkport/>',
    'device': DISK,
    'cpu': "<cpu><arch>x86_64</arch><model>qemu64</model></cpu>",
}

# What a text is about, by the names of function and argument: the first that fits.
TEXTS = (
    ('connect_open', 'name', 'test:///default'),
    ('uuid_string', 'uuidstr', UUID),
    ('define_secret|create_secret', 'xml', XML['secret']),
    ('nw_filter_binding', 'xml', XML['nw_filter_binding']),
    ('nw_filter', 'xml', XML['nw_filter']),
    ('node_device|update', 'xml', XML['node_device']),
    ('network_create_port', 'xml', XML['port']),
    ('network', 'xml', XML['network']),
    ('snapshot', 'xml', XML['snapshot']),
    ('checkpoint_xml', 'xml', XML['checkpoint']),
    ('volume_xml', 'xml', XML['volume']),
    ('storage_pool', 'xml', XML['storage_pool']),
    ('interface_xml', 'xml', XML['interface']),
    ('cpu', 'xml', XML['cpu']),
    ('_device', 'xml', XML['device']),
    ('.', 'xml', XML['domain']),
    ('lookup_network_by', 'name', 'default'),
    ('lookup_storage_pool_by', 'name', 'default-pool'),
    ('lookup_interface_by', 'name', 'eth1'),
    ('lookup_node_device_by', 'name', 'computer'),
    ('lookup_volume', 'name', NAME),
    ('lookup_domain|snapshot|checkpoint', 'name', NAME),
    ('lookup_volume', 'path', f'/default-pool/{NAME}'),
    ('lookup_volume', 'key', f'/default-pool/{NAME}'),
    ('.', 'macstr', 'aa:bb:cc:dd:ee:ff'),
    ('.', 'disk', 'vda'),
    ('interface', 'device', 'testnet0'),
    ('manager', 'uri', 'test:///default'),
    ('.', 'uri', 'http://example.org/'),
    ('.', 'arch', 'x86_64'),
    ('max_vcpus', 'type', 'test'),
    ('find_storage', 'type', 'dir'),
    ('.', 'metadata', '<a/>'),
    ('.', 'native_format', 'qemu-argv'),
    ('.', 'vcpumap|cpumap', '0'),
    ('.', 'cap', 'system'),
    ('.', 'mac', '52:54:00:00:00:01'),
    ('.', '.', 'text'),
)
NUMBERS = (
    ('open_graphics|screenshot|cell|cpu', 'start_cell|start_cpu|idx|screen|vcpu|cell_num|cpu_num', 0),
    ('set_vcpus', 'nvcpus', 2),
    ('memory', 'memory', 4096),
    ('memory_peek|block_peek', 'size', 16),
    ('io_thread', 'iothread_id', 1),
    ('block_resize', 'size', 1 << 20),
    ('send_process_signal|qemu_attach', 'pid_value', 1),
    ('.', 'capacity', 1 << 21),
    ('lookup_domain_by_id', 'id', 1),
    ('recv|send', 'nbytes', 1),
    ('.', 'max_cells|cell_count|ncpus', 1),
    ('stats_sampler', 'interval', 1000),
    ('.', '.', 0),
)

# What can only be done to a domain that is not running.
STOPPED = '^libvirt_domain_(rename|create(_with_flags|_with_files)?|set_max_memory|undefine)'


def choose(table, symbol, name):
    return next(value for functions, names, value in table
                if re.search(functions, symbol) and re.search(f'^(?:{names})', name or ''))


class Fixture:
    """What functions are called with. Whatever C is given is kept until the process ends."""

    close_symbol = 'libvirt_connect_close'

    def __init__(self, namespace, library, read_only=False):
        self.namespace, self.library = namespace, library
        self.kept, self.objects, self.made = [], {}, 0
        self.folder = tempfile.mkdtemp(prefix='bad-input-', dir=os.environ.get('BAD_INPUT_FOLDER'))
        # There is something to upload, too.
        with open(os.path.join(self.folder, 'file'), 'wb'):
            pass
        self.null = os.open('/dev/null', os.O_RDWR)
        self.other_object = native.cancellable_new()
        self._make_objects(read_only)

    # The objects

    def call(self, symbol, result, *arguments):
        """Something that is no test but must succeed for one."""
        error = native.ErrorPlace()
        found = native.function(self.library, symbol, result, *[kind for kind, _ in arguments], P)
        returned = found(*[value for _, value in arguments], error.address())
        assert error.read() is None, (symbol, error.read())
        return returned

    def find(self, symbol, owner, *arguments):
        """Those may be texts and numbers."""
        typed = [(P, owner)] if owner else []
        typed += [(ctypes.c_char_p, a.encode()) if isinstance(a, str) else (ctypes.c_int, a) for a in arguments]
        return self.call(symbol, P, *typed)

    def _make_objects(self, read_only):
        host = self.find('libvirt_connect_open', None, 'test:///default')
        domain = self.find('libvirt_connect_define_domain_xml', host, DOMAIN)
        self.call('libvirt_domain_create', ctypes.c_int, (P, domain))
        pool = self.find('libvirt_connect_lookup_storage_pool_by_name', host, 'default-pool')
        self.find('libvirt_storage_pool_create_volume_xml', pool, XML['volume'].replace('another', NAME), 0)
        self.find('libvirt_domain_create_snapshot_xml', domain, XML['snapshot'].replace('another', NAME), 0)
        # A domain with snapshots can have no checkpoints.
        second = self.find('libvirt_connect_define_domain_xml', host, self.another(DOMAIN, 2))
        self.find('libvirt_connect_define_domain_xml', host, self.another(DOMAIN, 3))
        self.call('libvirt_domain_create', ctypes.c_int, (P, second))
        self.find('libvirt_domain_create_checkpoint_xml', second, XML['checkpoint'].replace('another', NAME), 0)
        if read_only:
            host = self.find('libvirt_connect_open_read_only', None, 'test:///default')
        self._look_up(host)
        self.host = host

    @staticmethod
    def another(text, number):
        return text.replace(NAME, f'{NAME}-{number}').replace(UUID, f'{number}{UUID[1:]}')

    def _look_up(self, host):
        second = self.find('libvirt_connect_lookup_domain_by_name', host, NAME + '-2')
        domain = self.find('libvirt_connect_lookup_domain_by_name', host, NAME)
        pool = self.find('libvirt_connect_lookup_storage_pool_by_name', host, 'default-pool')
        node = native.function(self.library, 'libvirt_connect_get_node', P, P)
        domains = native.function(self.library, 'libvirt_connect_get_domains', P, P)
        get_sampler = native.function(self.library, 'libvirt_connect_get_stats_sampler', P, P)
        sampler = get_sampler(host)
        # There must be something to release.
        native.function(self.library, 'libvirt_stats_sampler_hold', None, P)(sampler)
        self.stopped = self.find('libvirt_connect_lookup_domain_by_name', host, NAME + '-3')
        self.objects = {
            'Connect': host,
            'Node': node(host),
            'Domain': domain,
            'Entity': domain,
            'EntityList': domains(host),
            'StatsSampler': sampler,
            'StoragePool': pool,
            'StorageVol': self.find('libvirt_storage_pool_lookup_volume_by_name', pool, NAME),
            'Network': self.find('libvirt_connect_lookup_network_by_name', host, 'default'),
            'Interface': self.find('libvirt_connect_lookup_interface_by_name', host, 'eth1'),
            'NodeDevice': self.find('libvirt_connect_lookup_node_device_by_name', host, 'computer'),
            'DomainSnapshot': self.find('libvirt_domain_lookup_snapshot_by_name', domain, NAME, 0),
            'DomainCheckpoint': self.find('libvirt_domain_lookup_checkpoint_by_name', second, NAME, 0),
            'Stream': self.find('libvirt_stream_new', host, 0),
            # The kind of job that a program can make itself.
            'Job': self.orphan('Transfer'),
        }

    def orphan(self, name):
        """An object that its program made with g_object_new(): it belongs to no connection."""
        structure = self.namespace.structures[name]
        get_type = native.function(self.library, structure.get_type, ctypes.c_size_t)
        return native.object_new(get_type(), 0, None, None)

    def instance(self, name):
        if name not in self.objects:
            structure = self.namespace.structures[name]
            if structure.is_object:
                self.objects[name] = self.orphan(name)
            else:
                self.objects[name] = native.function(self.library, structure.new, P)()
        return self.objects[name]

    def close(self):
        self.call(self.close_symbol, ctypes.c_int, (P, self.host))

    # Arguments

    def keep(self, value):
        self.kept.append(value)
        return ctypes.addressof(value)

    def text(self, text):
        data = text if isinstance(text, bytes) else text.encode()
        return self.keep(ctypes.create_string_buffer(data))

    def texts(self, texts):
        return self.keep((P * (len(texts) + 1))(*[self.text(text) for text in texts], None))

    def variant(self, text):
        return native.variant_parse(None, text.encode(), None, None, None)

    def array(self, ctype, values):
        return self.keep((ctype * (len(values) + 1))(*values))

    def objects_array(self, *objects):
        array = native.ptr_array_new()
        for each in objects:
            native.ptr_array_add(array, each)
        return array

    def is_fd(self, argument):
        return re.search('^(fd|fds|files)$', argument.name) is not None

    def valid(self, function, argument):
        """A value that is all right, as ctypes takes it."""
        return getattr(self, 'valid_' + argument.role)(function, argument)

    def valid_instance(self, function, argument):
        if argument.type == 'GLib.Error':
            return native.error_new(native.quark_from_string(b'bad-input'), 7, b'an error')
        if argument.type == 'Domain' and re.search(STOPPED, function.symbol):
            return self.stopped
        return self.instance(argument.type)

    def valid_object(self, function, argument):
        if argument.type == 'Gio.File':
            return native.file_new(os.path.join(self.folder, 'file').encode())
        if argument.type == 'Gio.UnixFDList':
            return native.fd_list_new()
        if argument.type == 'GLib.Error':
            return self.valid_instance(function, argument)
        if argument.nullable and argument.type not in self.objects:
            return None
        return self.instance(argument.type)

    def valid_text(self, function, argument):
        if argument.nullable:
            return None
        # What is made has a name of its own each time.
        self.made += 1
        return self.text(choose(TEXTS, function.symbol, argument.name).replace('another', f'another-{self.made}'))

    def valid_path(self, function, argument):
        return self.text(os.path.join(self.folder, 'file'))

    def valid_boolean(self, function, argument):
        return 1

    def valid_variant(self, function, argument):
        return self.variant("{'sev-secret': <'text'>}" if 'launch_security' in function.symbol else '@a{sv} {}')

    def valid_bytes(self, function, argument):
        return native.bytes_new(bytes.fromhex(UUID.replace('-', '')), 16)

    def valid_objects(self, function, argument):
        return self.objects_array(self.instance(argument.element))

    def valid_cancellable(self, function, argument):
        return None

    def valid_result(self, function, argument):
        return native.task_new(None, None, None, None)

    def valid_done(self, function, argument):
        return None

    def valid_data(self, function, argument):
        # The one pointer that is read: what is sent and received.
        return self.array(ctypes.c_uint8, [0] * 64)

    def valid_callback(self, function, argument):
        if argument.type == 'GLib.DestroyNotify':
            return None
        # Breaks off: FALSE or NULL, and no error.
        self.kept.append(native.AnyFunc(lambda: 0))
        return ctypes.cast(self.kept[-1], P).value

    def valid_texts(self, function, argument):
        if argument.nullable:
            return None
        return self.texts([choose(TEXTS, function.symbol, argument.name)])

    def valid_array(self, function, argument):
        value = self.null if self.is_fd(argument) else 1
        return self.array(self.element_ctype(argument), [value])

    def element_ctype(self, argument):
        numbers = {'guint8': ctypes.c_uint8, 'guint64': ctypes.c_uint64}
        return numbers.get(argument.element, ctypes.c_int)

    def valid_length(self, function, argument):
        return 1

    def valid_enum(self, function, argument):
        # To ask the guest is the one source that takes the right to write.
        if argument.type == 'DomainInterfaceAddressesSource':
            return self.namespace.enums[argument.type].members['agent']
        members = self.namespace.enums[argument.type].members
        return min(value for name, value in members.items() if value >= 0 and name != 'none')

    def valid_flags(self, function, argument):
        # Of these, there must be one.
        return 1 if argument.type == 'DomainMemoryFlags' else 0

    def valid_number(self, function, argument):
        return self.null if self.is_fd(argument) else choose(NUMBERS, function.symbol, argument.name)

    def valid_out(self, function, argument):
        return self.array(ctypes.c_uint64, [0, 0])
