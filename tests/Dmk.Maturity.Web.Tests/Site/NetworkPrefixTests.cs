using System.Net;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Whom a throttle of failed entries counts together.</summary>
public sealed class NetworkPrefixTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void A_network_is_an_address_or_the_first_half_of_a_long_one(string address, string prefix) =>
        Assert.Equal(prefix, NetworkPrefix.Of(IPAddress.Parse(address)));
}
