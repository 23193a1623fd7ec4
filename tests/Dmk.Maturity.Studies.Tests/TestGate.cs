namespace Dmk.Maturity.Studies.Tests;

/// <summary>Gates as an economist stands before them.</summary>
internal static class TestGate
{
    public static Audience Economist { get; } = new(Role.Economist, null, "economist");

    public static Gate Of(int minimum = 3, double halfWidth = 10) =>
        new(new(minimum) { UnreliableHalfWidth = halfWidth }, Economist, (0, 100));
}
