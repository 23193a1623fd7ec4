using Dmk.Maturity.Grains;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Dmk.Maturity.Server.Tests;

/// <summary>Between two servers: all answers together, and each alone among the changes of a save.</summary>
internal static class WireFace
{
    private static readonly Serializer _serializer = new ServiceCollection()
        .AddSerializer(serializer => serializer.AddAssembly(typeof(IResponseGrain).Assembly))
        .BuildServiceProvider()
        .GetRequiredService<Serializer>();

    public static bool Has(AskedKind kind)
    {
        try
        {
            Assert.Equal(kind.Answers.All, Sent(kind.Answers).All);
            Assert.Equal(kind.Said, Sent(kind.Said));
            return true;
        }
        catch (CodecNotFoundException)
        {
            return false;
        }
    }

    private static T Sent<T>(T value)
        where T : class => _serializer.Deserialize<T>(_serializer.SerializeToArray(value))!;
}
