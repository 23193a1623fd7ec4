using System.Net;
using System.Net.Sockets;

namespace Dmk.Maturity.Web;

/// <summary>The network that failed entries are counted for: an IPv4 address, or the first 64 bits of IPv6.</summary>
internal static class NetworkPrefix
{
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily == AddressFamily.InterNetwork)
        {
            return plain.ToString();
        }

        var bytes = plain.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes) + "/64";
    }
}
