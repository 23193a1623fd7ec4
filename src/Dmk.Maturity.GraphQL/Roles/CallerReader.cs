using System.Net;
using System.Net.Sockets;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.GraphQL;

/// <summary>Finds out who sent a request from its bearer token. A token that is not good is an error, never silently the public.</summary>
internal sealed class CallerReader(Accounts accounts, Entrance entrance)
{
    private const string CompanyPrefix = "dmkc_";
    private const string PersonPrefix = "dmkt_";
    private const int LongestToken = 512;

    /// <returns>The caller, or null with a refusal.</returns>
    public async Task<(Caller? Caller, Refusal? Refusal)> Read(HttpContext http, CancellationToken cancellation)
    {
        var network = NetworkOf(http.Connection.RemoteIpAddress);
        var headers = http.Request.Headers.Authorization;
        if (headers.Count == 0)
        {
            return (new Caller(Readers.Public, Audience.Anyone, null, null, network), null);
        }

        var words = headers.Count == 1 ? headers[0]!.Split(' ', 2, StringSplitOptions.TrimEntries) : [];
        if (words.Length != 2 || !words[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return (null, Refusal.Unauthenticated("The header Authorization must be sent once and read 'Bearer TOKEN'."));
        }

        var token = words[1];
        if (
            token.Length <= LongestToken
            && token.StartsWith(CompanyPrefix, StringComparison.Ordinal)
            && await entrance.Find(token, cancellation) is { } session
        )
        {
            return (new Caller(Readers.Company, Audience.Anyone, session, token, network), null);
        }

        if (
            token.Length <= LongestToken
            && token.StartsWith(PersonPrefix, StringComparison.Ordinal)
            && await accounts.Identify(token, cancellation) is { } audience
        )
        {
            return (new Caller(ReaderNames.Of(audience.Role), audience, null, null, network), null);
        }

        return (
            null,
            Refusal.Unauthenticated(
                "This token is unknown, ended or expired. A company gets a new one with enterCode, staff from its administrator; "
                    + "without the header Authorization the public fields can be read."
            )
        );
    }

    /// <summary>IPv4 addresses as they are; of IPv6 the first 64 bits, which belong to one household or office.</summary>
    public static string NetworkOf(IPAddress? address)
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
        return $"{new IPAddress(bytes)}/64";
    }
}
