using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Grains;

/// <summary>What a grain meets in its store leaves it in the words of this room. Once damage is known, no grain of ours answers any more,
/// not even with what it has in memory.</summary>
internal sealed class StoreFaultFilter(StoreWatch watch) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (watch.IsDamaged && context.InterfaceMethod?.DeclaringType?.Assembly == typeof(StoreFaultFilter).Assembly)
        {
            throw StoreDownException.OfDamage();
        }

        try
        {
            await context.Invoke();
        }
        catch (Exception exception) when (exception is not ResultUnknownException && ResultUnknownException.Of(exception) is { } unknown)
        {
            throw unknown;
        }
        catch (Exception exception) when (exception is not StoreDownException && StoreDownException.Of(exception) is { } down)
        {
            watch.Notice(exception);
            throw down;
        }
    }
}
