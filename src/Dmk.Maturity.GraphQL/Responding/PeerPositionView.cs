namespace Dmk.Maturity.GraphQL;

[Name("PeerPosition"), Description("A fifth of 100 peers.")]
internal sealed record PeerPositionView([property: Description("As in 40.")] int From, [property: Description("As in 60.")] int To);
